using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Http;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.SponsorBlock;

public sealed class RemoveSponsorsStepSpecs : IDisposable
{
    private readonly HttpClient _http = HttpClients.Create();
    private readonly InMemoryArtifactStore _store = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Marked_stretches_leave_the_transcript_and_are_reported()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(10, 20));

        var outcome = await RunAsync(server, "youtube", "sponsor");

        outcome.Removed.ShouldBe([new RemovedRange(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), "sponsor")]);
        outcome.Note.ShouldBeNull();
        outcome.Transcript.Cues.ShouldBe(1);
        outcome.Transcript.End.ShouldBe(TimeSpan.FromSeconds(10));
        var transcript = await _store.ReadJsonAsync(outcome.Transcript.Content, CaptionsJson.Default.Transcript, default);
        transcript.Cues.ShouldHaveSingleItem().Text.ShouldBe("Hello");
        transcript.Source.ShouldBe(TranscriptSource.ManualCaptions);
    }

    [Fact]
    public async Task Marks_that_cover_everything_leave_an_empty_transcript_and_a_note()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(0, 30));

        var outcome = await RunAsync(server, "youtube", "sponsor");

        (outcome.Transcript.Cues, outcome.Transcript.End).ShouldBe((0, TimeSpan.Zero));
        outcome.Note.ShouldNotBeNull();
    }

    [Fact]
    public async Task Words_after_the_rounded_end_of_the_video_go_with_a_mark_that_reaches_it()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(10, 19));

        var outcome = await RunAsync(server, "youtube", TimeSpan.FromSeconds(19.5), "sponsor");

        outcome.Removed.ShouldHaveSingleItem().End.ShouldBe(TimeSpan.FromSeconds(19.5));
        outcome.Transcript.End.ShouldBe(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task A_failing_server_leaves_the_transcript_and_a_note()
    {
        await using var server = await LoopbackServer.AnsweringAsync(503);

        var outcome = await RunAsync(server, "youtube", "sponsor");

        outcome.Transcript.ShouldBe(await TranscriptAsync());
        outcome.Note.ShouldNotBeNull().ShouldContain("HTTP 503");
    }

    [Fact]
    public async Task A_video_of_another_site_is_not_asked_about_and_a_note_says_so()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(10, 20));

        var outcome = await RunAsync(server, "vimeo", "sponsor");

        outcome.Removed.ShouldBeEmpty();
        outcome.Note.ShouldNotBeNull().ShouldContain("YouTube videos only");
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_categories_no_request_is_made()
    {
        await using var server = await LoopbackServer.AnsweringAsync(200, Marked(10, 20));

        (await RunAsync(server, "youtube")).ShouldSatisfyAllConditions(
            outcome => outcome.Removed.ShouldBeEmpty(),
            outcome => outcome.Note.ShouldBeNull());
        server.Requests.ShouldBeEmpty();
    }

    private Task<SponsorBlockOutcome> RunAsync(LoopbackServer server, string extractor, params string[] categories) =>
        RunAsync(server, extractor, null, categories);

    private async Task<SponsorBlockOutcome> RunAsync(
        LoopbackServer server, string extractor, TimeSpan? duration, params string[] categories)
    {
        var video = await _store.WriteJsonAsync(
            new Video { Id = "dQw4w9WgXcQ", Title = "T", Extractor = extractor, Duration = duration },
            SourcesJson.Default.Video,
            default);
        var step = new RemoveSponsorsStep(new SponsorBlockClient(_http, server.Url, new ManualTime()), _store);
        return await step.RunAsync(new SponsorBlockRequest(video, await TranscriptAsync(), categories), default);
    }

    private async Task<TranscriptRef> TranscriptAsync()
    {
        var cues = new[]
        {
            new Cue(TimeSpan.Zero, TimeSpan.FromSeconds(10), "Hello"),
            new Cue(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20), "Buy this."),
        };
        var content = await _store.WriteJsonAsync(
            new Transcript(cues, null, TranscriptSource.ManualCaptions, null), CaptionsJson.Default.Transcript, default);
        return new TranscriptRef(content, null, 2, TimeSpan.FromSeconds(20));
    }

    private static string Marked(int start, int end) =>
        $$"""
        [{ "videoID": "dQw4w9WgXcQ", "segments": [
           { "category": "sponsor", "actionType": "skip", "segment": [{{start}}, {{end}}] }
         ] }]
        """;
}
