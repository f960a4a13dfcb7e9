using Yttl.Core.Artifacts;
using Yttl.Core.Failures;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Sources.Files;

/// <summary>Real files, through the real ffprobe.</summary>
public sealed class ResolveFileSpecs : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly InMemoryArtifactStore _store = new();

    [FFmpegTestDataFact]
    public async Task A_video_with_an_embedded_SRT_stream_offers_it()
    {
        var video = await VideoAsync(TestData.PathOf("video/sample_MKV_SRT.mkv"));

        video.Title.ShouldBe("sample_MKV_SRT");
        video.Id.ShouldMatch("^sample_MKV_SRT-[0-9a-f]{6}$");
        video.Extractor.ShouldBe("file");
        video.MediaPath.ShouldBe(TestData.PathOf("video/sample_MKV_SRT.mkv"));
        video.Duration!.Value.TotalSeconds.ShouldBe(5.024, 0.001);
        var track = video.CaptionTracks.ShouldHaveSingleItem();
        (track.Kind, track.StreamIndex, track.Language).ShouldBe((CaptionTrackKind.Embedded, 1, null));
    }

    [FFmpegTestDataFact]
    public async Task Chapters_and_languages_are_read()
    {
        var chapters = (await VideoAsync(TestData.PathOf("video/sample_MKV_chapters.mkv"))).Chapters;
        var nasa = await VideoAsync(TestData.PathOf("video/nasa_13013.mp4"));

        chapters.Select(chapter => (chapter.Start.TotalSeconds, chapter.End.TotalSeconds, chapter.Title))
            .ShouldBe([(0, 2, "Intro"), (2, 4, "Middle & End"), (4, 6, "Outro")]);
        nasa.Language.ToString().ShouldBe("en");
        nasa.CaptionTracks.Select(track => (track.StreamIndex, track.Language?.ToString())).ShouldBe([(2, "en"), (5, "en")]);
    }

    [FFmpegTestDataFact]
    public async Task A_wrong_extension_does_not_matter()
    {
        (await VideoAsync(TestData.PathOf("bad/webm-named.mp4"))).Title.ShouldBe("Big Buck Bunny, Sunflower version");
    }

    [FFmpegTestDataFact]
    public async Task Broken_files_are_said_to_be_broken()
    {
        (await FailureAsync(TestData.PathOf("bad/truncated-half.mp4"))).Message.ShouldContain("moov atom not found");
        (await FailureAsync(TestData.PathOf("bad/truncated-half.mp4"))).Code.ShouldBe("file.not-media");
        (await FailureAsync(TestData.PathOf("bad/text-named.wav"))).Code.ShouldBe("file.not-media");
        (await FailureAsync(TestData.PathOf("bad/zero-length.mp4"))).Code.ShouldBe("file.empty");
    }

    [FFmpegFact]
    public async Task Prose_is_no_video_although_ffmpeg_can_draw_it()
    {
        var prose = string.Concat(Enumerable.Repeat("Dear diary, nothing moved today.\n", 500));

        (await FailureAsync(_folder.Write("notes.mp4", prose))).Code.ShouldBe("file.not-media");
        (await VideoAsync(_folder.Write("notes.nfo", prose))).Extractor.ShouldBe("captions");
    }

    [Fact]
    public async Task Without_ffprobe_the_program_is_named()
    {
        var failure = await FailureAsync(_folder.Write("-o.mp4", "x"), new Toolset(FFprobe: "ffprobe-that-nobody-has"));

        failure.Code.ShouldBe("tool.missing");
        failure.Category.ShouldBe(FailureCategory.Processing);
    }

    [Theory]
    [InlineData("missing.mp4", "file.missing")]
    [InlineData("no/such/folder/missing.vtt", "file.missing")]
    [InlineData("", "file.directory")]
    public async Task What_is_not_there_or_is_a_folder_is_said_in_one_line(string name, string code)
    {
        var failure = await FailureAsync(_folder.PathOf(name));

        failure.Code.ShouldBe(code);
        failure.Category.ShouldBe(FailureCategory.Input);
        failure.Message.ShouldContain(_folder.Path);
        failure.Message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task An_empty_caption_file_is_empty()
    {
        (await FailureAsync(_folder.Write("talk.vtt", ""))).Code.ShouldBe("file.empty");
    }

    [Theory]
    [InlineData("talk.vtt")]
    [InlineData("talk.mp4")]
    public async Task A_named_pipe_is_not_waited_for(string name)
    {
        if (OperatingSystem.IsWindows())
            return;
        await NamedPipe.CreateAsync(_folder.PathOf("pipe"));
        File.CreateSymbolicLink(_folder.PathOf(name), _folder.PathOf("pipe"));

        (await FailureAsync(_folder.PathOf("pipe"))).Code.ShouldBe("file.unreadable");
        (await FailureAsync(_folder.PathOf(name))).Code.ShouldBe("file.unreadable");
    }

    [UnprivilegedFact]
    public async Task A_file_that_may_not_be_read_is_unreadable()
    {
        var path = _folder.Write("secret.mp4", "x");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, UnixFileMode.None);

        (await FailureAsync(path)).Code.ShouldBe("file.unreadable");
    }

    [Fact]
    public async Task A_caption_file_is_a_video_of_unknown_length_with_one_track()
    {
        var path = _folder.Write("Täg 日本 \"x\".en.SRT", "1\n00:00:00,000 --> 00:00:01,000\nhi\n");

        var video = await VideoAsync(path);

        video.Extractor.ShouldBe("captions");
        video.Title.ShouldBe("Täg 日本 \"x\".en");
        video.Id.ShouldMatch("^Täg-日本-x-.en-[0-9a-f]{6}$");
        video.Duration.ShouldBeNull();
        video.MediaPath.ShouldBeNull();
        var track = video.CaptionTracks.ShouldHaveSingleItem();
        (track.Kind, track.Format, track.Path).ShouldBe((CaptionTrackKind.File, "srt", path));
    }

    [Fact]
    public async Task The_id_follows_the_content_and_not_the_folder()
    {
        Directory.CreateDirectory(_folder.PathOf("a"));
        Directory.CreateDirectory(_folder.PathOf("b"));
        var first = await VideoAsync(_folder.Write("a/talk.vtt", "WEBVTT one"));
        var copy = await VideoAsync(_folder.Write("b/talk.vtt", "WEBVTT one"));
        var other = await VideoAsync(_folder.Write("talk.vtt", "WEBVTT two"));

        copy.Id.ShouldBe(first.Id);
        other.Id.ShouldNotBe(first.Id);
    }

    private async Task<Video> VideoAsync(string path)
    {
        var outcome = await RunAsync(path, new Toolset());
        outcome.Failure.ShouldBeNull();
        return await _store.ReadJsonAsync(outcome.Video!.Info, SourcesJson.Default.Video, CancellationToken.None);
    }

    private Task<Failure> FailureAsync(string path) => FailureAsync(path, new Toolset());

    private async Task<Failure> FailureAsync(string path, Toolset tools) => (await RunAsync(path, tools)).Failure.ShouldNotBeNull();

    private Task<ResolveOutcome> RunAsync(string path, Toolset tools) =>
        new ResolveStep(_store, new ProcessRunner(), tools, new YtDlpSettings(), TimeProvider.System)
            .RunAsync(new ResolveRequest(Source.Parse(path).ToString()), CancellationToken.None);

    public void Dispose() => _folder.Dispose();
}
