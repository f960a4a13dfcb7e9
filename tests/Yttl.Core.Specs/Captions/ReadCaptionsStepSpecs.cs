using System.Text;
using Microsoft.AspNetCore.Http;
using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.Languages;
using Yttl.Core.Processes;
using Yttl.Core.Sources;
using Yttl.Core.Specs.Sources.Files;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Captions;

public sealed class ReadCaptionsStepSpecs : IDisposable
{
    private const string Hello = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n";

    private readonly InMemoryArtifactStore _store = new();
    private readonly HttpClient _http = HttpClients.Create();
    private readonly TempFolder _folder = new();
    private readonly EagerTime _time = new(wait => wait < TimeSpan.FromSeconds(10));

    public void Dispose()
    {
        _http.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_first_usable_track_becomes_the_transcript_and_each_before_it_a_note()
    {
        await using var site = await SiteAsync(new()
        {
            ["/manual"] = "<html>Sign in</html>",
            ["/automatic"] = "",
            ["/translated"] = Hello,
        });
        var outcome = await RunAsync(
            VideoWith(
                Url(CaptionTrackKind.Translated, "de", site, "translated"),
                Url(CaptionTrackKind.Automatic, "en", site, "automatic"),
                Url(CaptionTrackKind.Manual, "de", site, "manual")) with { Language = Tag("en") },
            "de");

        outcome.Failure.ShouldBeNull();
        outcome.Notes.ShouldBe(
        [
            "Skipped the manual captions in de (vtt): it is a web page, not captions.",
            "Skipped the automatic captions in en (vtt): it is empty.",
        ]);
        var reference = outcome.Transcript.ShouldNotBeNull();
        reference.ShouldBe(new TranscriptRef(reference.Content, Tag("de"), 1, TimeSpan.FromSeconds(2)));
        var transcript = await TranscriptAsync(outcome);
        CueLines.Of(transcript.Cues).ShouldBe(["1-2 Hello"]);
        (transcript.Language, transcript.Source, transcript.Provider)
            .ShouldBe((Tag("de"), TranscriptSource.AutomaticCaptions, "translated captions in de (vtt)"));
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "<!DOCTYPE html><title>Sorry</title>")]
    [InlineData(200, """{ "wireMagic": "pb3", "events": [] }""")]
    [InlineData(200, """{ "wireMagic": "pb3", "events": [{ "tStartMs": 0,""")]
    [InlineData(404, "")]
    [InlineData(403, "")]
    [InlineData(503, "")]
    public async Task A_format_that_cannot_be_read_leaves_the_track_to_its_next_format(int status, string json3)
    {
        await using var site = await LoopbackServer.StartAsync(context =>
        {
            var isJson3 = context.Request.Path == "/json3";
            context.Response.StatusCode = isJson3 ? status : 200;
            return context.Response.WriteAsync(isJson3 ? json3 : Hello);
        });
        var outcome = await RunAsync(VideoWith(
            Format(CaptionTrackKind.Manual, site, "vtt"), Format(CaptionTrackKind.Manual, site, "json3"),
            Url(CaptionTrackKind.Automatic, "en", site, "automatic")));

        outcome.Notes.ShouldBeEmpty();
        var transcript = await TranscriptAsync(outcome);
        (transcript.Source, transcript.Provider).ShouldBe((TranscriptSource.ManualCaptions, "manual captions in en (vtt)"));
        site.Requests.ShouldNotContain(request => request.Contains("automatic"));
    }

    [Fact]
    public async Task A_track_is_rejected_when_no_format_of_it_can_be_read_and_the_note_says_why()
    {
        await using var site = await SiteAsync(new()
        {
            ["/json3"] = "", ["/vtt"] = "<html>", ["/srv1"] = "", ["/automatic"] = Hello,
        });
        var outcome = await RunAsync(VideoWith(
            Format(CaptionTrackKind.Manual, site, "json3"), Format(CaptionTrackKind.Manual, site, "vtt"),
            Format(CaptionTrackKind.Manual, site, "srv1"), Url(CaptionTrackKind.Automatic, "en", site, "automatic")));

        outcome.Notes.ShouldBe(
            ["Skipped the manual captions in en: as json3 and srv1 it is empty; as vtt it is a web page, not captions."]);
        (await TranscriptAsync(outcome)).Source.ShouldBe(TranscriptSource.AutomaticCaptions);
    }

    [Fact]
    public async Task Where_nothing_can_be_read_the_failure_names_every_format()
    {
        await using var site = await SiteAsync(new() { ["/json3"] = "", ["/vtt"] = "<html>" });
        var outcome = await RunAsync(VideoWith(
            Format(CaptionTrackKind.Manual, site, "json3"), Format(CaptionTrackKind.Manual, site, "vtt")));

        var failure = outcome.Failure.ShouldNotBeNull();
        failure.Code.ShouldBe("captions.none");
        failure.Message.ShouldContain("(as json3 it is empty; as vtt it is a web page, not captions)");
    }

    [Fact]
    public async Task A_track_whose_site_does_not_answer_is_left_after_two_formats()
    {
        await using var site = await LoopbackServer.AnsweringAsync(503);
        var outcome = await RunAsync(VideoWith(
            Format(CaptionTrackKind.Manual, site, "json3"), Format(CaptionTrackKind.Manual, site, "vtt"),
            Format(CaptionTrackKind.Manual, site, "srv1"), Format(CaptionTrackKind.Manual, site, "srv2")));

        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("captions.unreachable");
        site.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_track_that_ends_long_before_its_video_is_left_for_the_next()
    {
        await using var site = await SiteAsync(new() { ["/manual"] = Hello, ["/automatic"] = Words(1200) });
        var outcome = await RunAsync(VideoWith(
            Url(CaptionTrackKind.Manual, "en", site, "manual"),
            Url(CaptionTrackKind.Automatic, "en", site, "automatic")) with { Duration = TimeSpan.FromHours(1) });

        outcome.Notes.ShouldHaveSingleItem().ShouldContain("cut off");
        (await TranscriptAsync(outcome)).Source.ShouldBe(TranscriptSource.AutomaticCaptions);
    }

    [Fact]
    public async Task A_file_is_read_with_the_videos_language_where_it_has_none_of_its_own()
    {
        var path = _folder.PathOf("-talk.srt");
        await File.WriteAllTextAsync(path, "1\n00:00:01,000 --> 00:00:02,000\nHello\n");
        var outcome = await RunAsync(VideoWith(FileTrack(path)) with { Language = Tag("en") });

        var transcript = await TranscriptAsync(outcome);
        (transcript.Language, transcript.Source, transcript.Provider)
            .ShouldBe((Tag("en"), TranscriptSource.CaptionFile, "-talk.srt"));
    }

    [Fact]
    public async Task What_has_no_place_in_time_is_a_note_with_its_first_line()
    {
        var path = _folder.Write(
            "talk.srt",
            "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:00:75,000 --> 00:00:76,000\nb\n\n3\n00:75:00,000 --> 00:76:00,000\nc\n");
        var outcome = await RunAsync(VideoWith(FileTrack(_folder.PathOf("gone.srt")), FileTrack(path)));

        CueLines.Of((await TranscriptAsync(outcome)).Cues).ShouldBe(["1-2 a"]);
        outcome.Notes.Count.ShouldBe(2);
        outcome.Notes[^1].ShouldBe(
            "In the file talk.srt 2 timing lines cannot be read, and their text is left out (first: line 6).");
    }

    [Fact]
    public async Task A_line_that_loops_does_not_make_a_track_cut_off()
    {
        var loop = string.Concat(Enumerable.Range(0, 100).Select(i =>
            FormattableString.Invariant($"\n{i / 10:00}:{i % 10 * 6:00}.000 --> {i / 10:00}:{i % 10 * 6 + 5:00}.000\nThank you.\n")));
        var path = _folder.Write("talk.vtt", $"WEBVTT\n{loop}");
        var outcome = await RunAsync(VideoWith(FileTrack(path)) with { Duration = TimeSpan.FromMinutes(10) });

        var transcript = await TranscriptAsync(outcome);
        transcript.Cues.Count.ShouldBe(100);
        var gap = transcript.Coverage.ShouldNotBeNull().Gaps.ShouldHaveSingleItem();
        (gap.Start, gap.End, gap.Failure.Code).ShouldBe((TimeSpan.Zero, TimeSpan.FromSeconds(599), "transcript.loop"));
        (transcript.Coverage.Speech, transcript.Coverage.Covered).ShouldBe((TimeSpan.FromSeconds(500), TimeSpan.Zero));
        outcome.Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_video_without_captions_says_so_on_one_line()
    {
        var failure = (await RunAsync(VideoWith() with { Title = "A\n\"title\"" })).Failure.ShouldNotBeNull();
        (failure.Category, failure.Code).ShouldBe((FailureCategory.Unavailable, "captions.none"));
        failure.Message.ShouldContain("A \"title\"");
        failure.Message.ShouldContain(") has no usable captions: ");
        failure.Message.ShouldNotContain('\n');
    }

    [Fact]
    public async Task A_reason_that_the_site_gave_is_in_the_message()
    {
        await using var site = await SiteAsync(new() { ["/manual"] = "" });
        var video = VideoWith() with { CaptionsMissing = "the site withholds them" };

        (await RunAsync(video)).Failure.ShouldNotBeNull().Message
            .ShouldContain(" has no usable captions (the site withholds them): ");
        (await RunAsync(video with { CaptionTracks = [Url(CaptionTrackKind.Manual, "en", site, "manual")], IsLive = true }))
            .Failure.ShouldNotBeNull().Message
            .ShouldContain(" has no usable captions (it is empty; the site withholds them; it is live now): ");
    }

    [Fact]
    public async Task A_missing_file_a_folder_and_a_page_named_like_captions_are_notes()
    {
        var page = _folder.Write("page.vtt", "<!DOCTYPE html><title>404</title>");
        var outcome = await RunAsync(
            VideoWith(FileTrack(_folder.PathOf("gone.srt")), FileTrack(_folder.Path), FileTrack(page)));

        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("captions.none");
        outcome.Notes.Count.ShouldBe(3);
        outcome.Notes[^1].ShouldBe("Skipped the file page.vtt: it is a web page, not captions.");
    }

    [Fact]
    public async Task A_named_pipe_beside_the_video_is_a_note()
    {
        if (OperatingSystem.IsWindows())
            return;
        await NamedPipe.CreateAsync(_folder.PathOf("talk.vtt"));

        (await RunAsync(VideoWith(FileTrack(_folder.PathOf("talk.vtt"))))).Notes.ShouldHaveSingleItem()
            .ShouldContain("it is a pipe");
    }

    [Fact]
    public async Task A_network_that_stands_before_every_track_is_not_a_lack_of_captions()
    {
        await using var site = await LoopbackServer.AnsweringAsync(503);
        var outcome = await RunAsync(VideoWith(Enumerable.Range(0, 10)
            .Select(i => Url(CaptionTrackKind.Manual, "en", site, $"{i}")).ToArray()));

        var failure = outcome.Failure.ShouldNotBeNull();
        (failure.Category, failure.Code).ShouldBe((FailureCategory.Network, "captions.unreachable"));
        site.Requests.Count.ShouldBe(9);
        outcome.Notes.Count.ShouldBe(4);
        outcome.Notes[^1].ShouldContain("7 more");
    }

    [Fact]
    public async Task A_site_that_was_asked_too_often_is_to_be_asked_later()
    {
        await using var site = await LoopbackServer.AnsweringAsync(429);
        var outcome = await RunAsync(VideoWith(Url(CaptionTrackKind.Manual, "en", site, "manual")));

        var failure = outcome.Failure.ShouldNotBeNull();
        (failure.Category, failure.Code).ShouldBe((FailureCategory.RateLimit, "captions.rate-limit"));
        failure.Message.ShouldContain("wait");
        failure.Message.ShouldContain("run the same command again");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    public async Task A_track_without_use_says_nothing_of_those_that_could_not_be_fetched(int status)
    {
        await using var site = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/manual" ? status : 503;
            return Task.CompletedTask;
        });
        var outcome = await RunAsync(VideoWith(
            Url(CaptionTrackKind.Manual, "en", site, "manual"),
            Url(CaptionTrackKind.Automatic, "en", site, "automatic")));
        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("captions.unreachable");
    }

    [Fact]
    public async Task Without_ffprobe_a_subtitle_stream_fails_with_what_to_install()
    {
        var video = VideoWith(Stream(0)) with { MediaPath = _folder.PathOf("film.mkv") };
        var outcome = await RunAsync(video, tools: new Toolset(FFprobe: _folder.PathOf("no-ffprobe")));
        outcome.Failure.ShouldNotBeNull().Code.ShouldBe("tool.missing");
    }

    [FFmpegFact]
    public async Task A_subtitle_stream_is_read_from_a_file_with_any_name()
    {
        var media = _folder.PathOf("-http:film 100%d.mkv");
        var captions = _folder.Write("talk.srt", "1\n00:00:01,000 --> 00:00:02,000\n<i>Hello</i> there\n");
        string[] arguments = ["-v", "error", "-nostdin", "-i", captions, "-c:s", "srt", "file:" + media];
        (await new ProcessRunner().RunAsync(new ToolCall("ffmpeg", arguments, null), CancellationToken.None))
            .ExitCode.ShouldBe(0);

        var transcript = await TranscriptAsync(await RunAsync(VideoWith(Stream(0)) with { MediaPath = media }));
        CueLines.Of(transcript.Cues).ShouldBe(["1-2 Hello there"]);
        transcript.Source.ShouldBe(TranscriptSource.Embedded);
    }

    [FFmpegTestDataFact]
    public async Task A_stream_that_is_not_there_is_a_note()
    {
        var video = VideoWith(Stream(9)) with { MediaPath = TestData.PathOf("video/sample_MKV_SRT.mkv") };
        (await RunAsync(video)).Notes.ShouldHaveSingleItem()
            .ShouldStartWith("Skipped the subtitle stream 9: it is empty");
    }

    [FFmpegTestDataFact]
    public async Task A_real_subtitle_stream_is_read()
    {
        var video = VideoWith(Stream(1)) with { MediaPath = TestData.PathOf("video/sample_MKV_SRT.mkv") };
        (await TranscriptAsync(await RunAsync(video))).Cues.ShouldNotBeEmpty();
    }

    private async Task<CaptionsOutcome> RunAsync(Video video, string? wanted = null, Toolset? tools = null)
    {
        var stored = await _store.WriteJsonAsync(video, SourcesJson.Default.Video, CancellationToken.None);
        var step = new ReadCaptionsStep(_store, _http, new ProcessRunner(), tools ?? new Toolset(), _time);
        var request = new CaptionsRequest(stored, wanted is null ? null : Tag(wanted));
        return await step.RunAsync(request, CancellationToken.None);
    }

    private Task<Transcript> TranscriptAsync(CaptionsOutcome outcome) => _store.ReadJsonAsync(
        outcome.Transcript.ShouldNotBeNull(outcome.Failure?.Message).Content,
        CaptionsJson.Default.Transcript,
        CancellationToken.None);

    private static Task<LoopbackServer> SiteAsync(Dictionary<string, string> pages) =>
        LoopbackServer.StartAsync(context => context.Response.WriteAsync(pages[context.Request.Path]));

    private static Video VideoWith(params CaptionTrack[] tracks) =>
        new() { Id = "abc", Title = "Talk", Extractor = "youtube", CaptionTracks = tracks };

    private static CaptionTrack Url(CaptionTrackKind kind, string language, LoopbackServer site, string path) =>
        new(kind, Tag(language), "vtt", path) { Url = new Uri(site.Url, path) };

    /// <summary>One format of the one track of its kind.</summary>
    private static CaptionTrack Format(CaptionTrackKind kind, LoopbackServer site, string format) =>
        new(kind, Tag("en"), format, "English") { Url = new Uri(site.Url, format) };

    private static CaptionTrack FileTrack(string path) =>
        new(CaptionTrackKind.File, null, Path.GetExtension(path).TrimStart('.'), null) { Path = path };

    private static CaptionTrack Stream(int index) =>
        new(CaptionTrackKind.Embedded, null, null, null) { StreamIndex = index };

    private static string Words(int count) => new StringBuilder("WEBVTT\n\n00:00.000 --> 59:00.000\n")
        .Insert("WEBVTT\n\n00:00.000 --> 59:00.000\n".Length, "word ", count)
        .ToString();

    private static LanguageTag Tag(string text) => LanguageTag.Parse(text, null);
}
