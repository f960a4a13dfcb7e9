using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Http;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Files;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Captions;

/// <summary>A caption file that is given by itself, or is beside a video without a language in its name, has one.</summary>
public sealed class CaptionLanguageSpecs : IDisposable
{
    private const string French = "et nous avons vu que les chiffres ne sont pas ce qu'on pense, mais c'est bien pour tout le monde";

    private readonly InMemoryArtifactStore _store = new();
    private readonly HttpClient _http = HttpClients.Create();
    private readonly TempFolder _folder = new();

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("talk.vtt", "", null, "fr")]
    [InlineData("talk.vtt", "Kind: captions\nLanguage: pt-BR\n", null, "pt-BR")]
    [InlineData("talk.vtt", "Language: Italian\n", null, "it")]
    [InlineData("talk.en.vtt", "Language: pt-BR\n", null, "en")]
    [InlineData("talk.en.vtt", "", "de", "de")]
    [InlineData("talk.vtt", "", "de", "de")]
    public async Task A_file_has_the_language_of_the_option_its_name_its_header_or_its_words(
        string name, string header, string? wanted, string language) =>
        (await ReadAsync(CaptionFiles.Resolve(new CaptionFile(_folder.Write(name, Vtt(header)))), wanted)).ShouldBe(language);

    [Theory]
    [InlineData("talk.json", """{"language":"english","segments":[{"start":0,"end":2,"text":"salut"}]}""", "en")]
    [InlineData("talk.json", """{"result":{"language":"de"},"transcription":[{"offsets":{"from":0,"to":9},"text":"salut"}]}""", "de")]
    [InlineData("talk.ttml", """<tt xml:lang="sv"><body><div><p begin="0s" end="2s">salut</p></div></body></tt>""", "sv")]
    [InlineData("talk.lrc", "[la:pt]\n[00:01.00]salut\n[00:02.00]salut\n", "pt")]
    public async Task Formats_declare_their_language_in_their_own_ways(string name, string content, string language) =>
        (await ReadAsync(CaptionFiles.Resolve(new CaptionFile(_folder.Write(name, content))))).ShouldBe(language);

    [Theory]
    [InlineData(null, "fr")]
    [InlineData("de", "de")]
    public async Task A_file_beside_a_video_without_a_language_in_its_name_is_asked_for_one(string? wanted, string language)
    {
        var track = CaptionFiles.Track(_folder.Write("talk.vtt", Vtt("")), null);
        var video = Video(track) with { MediaPath = _folder.PathOf("talk.mp4"), Language = LanguageTag.Parse("en", null) };

        (await ReadAsync(video, wanted)).ShouldBe(language);
    }

    [Fact]
    public async Task A_file_beside_a_video_keeps_the_language_of_its_name()
    {
        var track = CaptionFiles.Track(_folder.Write("talk.en.vtt", Vtt("")), LanguageTag.Parse("en", null));

        (await ReadAsync(Video(track) with { MediaPath = _folder.PathOf("talk.mp4") }, "de")).ShouldBe("en");
    }

    [Theory]
    [InlineData("talk.en.vtt", "en")]
    [InlineData("talk.eng.srt", "en")]
    [InlineData("en.vtt", "en")]
    [InlineData("talk.pt-BR.auto.srt", "pt-BR")]
    [InlineData("talk.en-orig.vtt", "en")]
    [InlineData("talk.EN.sdh.srt", "EN")]
    [InlineData("A talk [dQw4w9WgXcQ].de.vtt", "de")]
    [InlineData("talk (French).srt", "fr")]
    [InlineData("talk [de].srt", "de")]
    [InlineData("talk.mp4.es.vtt", "es")]
    [InlineData("talk.vtt", null)]
    [InlineData("This.Is.It.srt", null)]
    [InlineData("check-it.srt", null)]
    [InlineData("Learn German.srt", null)]
    [InlineData("talk.final.vtt", null)]
    [InlineData("talk.v2.vtt", null)]
    public void A_name_ends_in_a_language_or_not(string name, string? language) =>
        SideCarName.LanguageAtEnd(name)?.ToString().ShouldBe(language);

    private async Task<string?> ReadAsync(Video video, string? wanted = null)
    {
        var stored = await _store.WriteJsonAsync(video, SourcesJson.Default.Video, CancellationToken.None);
        var step = new ReadCaptionsStep(_store, _http, new ProcessRunner(), new Toolset(), TimeProvider.System);
        var outcome = await step.RunAsync(
            new CaptionsRequest(stored, wanted is null ? null : LanguageTag.Parse(wanted, null)), CancellationToken.None);
        return outcome.Transcript.ShouldNotBeNull(outcome.Failure?.Message).Language?.ToString();
    }

    private static Video Video(CaptionTrack track) => new() { Id = "a", Title = "Talk", Extractor = "file", CaptionTracks = [track] };

    private static string Vtt(string header) =>
        $"WEBVTT\n{header}\n00:01.000 --> 00:04.000\n{French}\n\n00:05.000 --> 00:09.000\n{French}\n";
}
