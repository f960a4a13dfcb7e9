using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Files;

public sealed class FolderSpecs : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("talk.mp4 talk.srt", "talk.mp4")]
    [InlineData("10.mp4 9.mp4 2.vtt 10.en.vtt", "2.vtt 9.mp4 10.mp4")]
    [InlineData("b.mkv A.webm c.m4a", "A.webm b.mkv c.m4a")]
    [InlineData("talk.mp4 slides.pdf notes.txt talk.info.json thumbs.jpg meta.xml", "talk.mp4")]
    [InlineData("talk.mp4.part .hidden.mp4 talk.mp4", "talk.mp4")]
    [InlineData("lecture.mp4 captions.vtt", "lecture.mp4")]
    [InlineData("a.mp4 b.mp4 captions.vtt", "a.mp4 b.mp4 captions.vtt")]
    [InlineData("one.vtt two.srt three.ttml four.ass five.sbv", "five.sbv four.ass one.vtt three.ttml two.srt")]
    [InlineData("GMT1_Recording.transcript.vtt GMT1_Recording_1920x1080.mp4 GMT1_RecordingnewChat.txt", "GMT1_Recording_1920x1080.mp4")]
    [InlineData("talk.mp4 talk.en.auto.vtt talk.mp4.srt talk.forced.srt", "talk.mp4")]
    public async Task A_folder_is_each_of_its_media_files_once_and_the_captions_of_none(string files, string sources)
    {
        foreach (var name in files.Split(' '))
            _folder.Write(name, "x");
        Directory.CreateDirectory(_folder.PathOf("sub.mp4"));

        var list = await ListAsync(_folder.Path);

        list.Failure.ShouldBeNull();
        list.Title.ShouldBe(Path.GetFileName(_folder.Path));
        list.Entries.Select(entry => Path.GetRelativePath(_folder.Path, entry.Source)).ShouldBe(sources.Split(' '));
    }

    [Fact]
    public async Task A_folder_without_media_is_said_to_have_none()
    {
        _folder.Write("notes.txt", "x");

        var failure = (await ListAsync(_folder.Path)).Failure.ShouldNotBeNull();

        failure.Code.ShouldBe("folder.empty");
        failure.Message.ShouldContain(_folder.Path);
        failure.Message.ShouldContain("sub-folders are not searched");
    }

    [Fact]
    public async Task A_folder_of_more_files_than_are_asked_for_is_cut()
    {
        foreach (var name in new[] { "1.mp4", "2.mp4", "3.mp4" })
            _folder.Write(name, "x");

        var list = await ListAsync(_folder.Path, most: 2);

        (list.Entries.Count, list.LeftOut).ShouldBe((2, 1));
    }

    [Fact]
    public void A_folder_is_a_list_under_one_name()
    {
        var source = Source.Parse(_folder.Path + Path.DirectorySeparatorChar);

        source.ShouldBe(new MediaFolder(_folder.Path));
        source.IsList(playlistWanted: false).ShouldBeTrue();
        Source.Parse(source.ToString()).ShouldBe(source);
        Source.Parse(new Uri(_folder.Path).AbsoluteUri).ShouldBe(source);
    }

    private Task<ListOutcome> ListAsync(string source, int? most = null) =>
        new ListStep(new ProcessRunner(), new Toolset(), new YtDlpSettings(), TimeProvider.System)
            .RunAsync(new ListRequest(source) { Most = most }, CancellationToken.None);
}
