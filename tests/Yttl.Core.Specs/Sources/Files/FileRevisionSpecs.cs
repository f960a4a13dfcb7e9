using Yttl.Core.Sources.Files;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Files;

public sealed class FileRevisionSpecs : IDisposable
{
    private static readonly DateTime Noon = new(2026, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_stays_as_it_is_keeps_its_revision()
    {
        var revision = Revision("talk.vtt", "words");

        revision!.ShouldMatch("^[0-9a-f]{64}$");
        Revision("talk.vtt", "words").ShouldBe(revision);
    }

    [Fact]
    public void Other_words_or_another_time_are_another_revision() => new[]
    {
        Revision("talk.vtt", "words"),
        Revision("talk.vtt", "sword"),
        Revision("talk.vtt", "words", Noon.AddMilliseconds(1)),
    }.ShouldBeUnique();

    [Fact]
    public void A_file_that_is_not_there_has_none() => FileContent.Revision(_folder.PathOf("nowhere.vtt")).ShouldBeNull();

    [Fact]
    public void A_caption_file_and_one_beside_a_film_carry_theirs()
    {
        var revision = Revision("talk.vtt", "words");

        CaptionFiles.Track(_folder.PathOf("talk.vtt"), null).Revision.ShouldBe(revision);
        SideCarFiles.Beside(_folder.PathOf("talk.mp4")).ShouldHaveSingleItem().Revision.ShouldBe(revision);
    }

    private string? Revision(string name, string content, DateTime? changed = null)
    {
        var path = _folder.Write(name, content);
        File.SetLastWriteTimeUtc(path, changed ?? Noon);
        return FileContent.Revision(path);
    }
}
