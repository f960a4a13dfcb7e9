using Yttl.Core.Audio;
using Yttl.Core.Callbacks;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Readiness;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Prompting;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows;

/// <summary>
/// Every step there is, and how its work is remembered. Hosts bind each to the class in <c>Yttl.Core</c> that does the
/// work.
/// </summary>
public static class Steps
{
    /// <summary>The addresses of captions and audio that a site hands out go stale; YouTube's after six hours.</summary>
    private static readonly TimeSpan WhileAddressesLast = TimeSpan.FromHours(5);

    private static readonly ChunkCapacity AnyCapacity = new(Workers: 1, MemoryPerWorker: 0);

    // Versions only ever go up, so their sum changes whenever one of them does.
    private const int SegmentVersion = Prompts.SegmentVersion + Prompts.MergeVersion + ExtractiveSummarizer.Version;

    private const int ConsolidationVersion =
        Prompts.HourVersion + Prompts.OverallVersion + Prompts.MergeVersion + ExtractiveSummarizer.Version;

    public static readonly Step<ListRequest, ListOutcome> List =
        new("list", 1, SourcesJson.Default.ListRequest, SourcesJson.Default.ListOutcome)
        {
            Memory = new(
                request => IsAddress(request.Source) ? request : null,
                outcome => outcome.Failure is null,
                _ => [])
            { LooksOutside = true, GoodFor = WhileAddressesLast },
        };

    public static readonly Step<ResolveRequest, ResolveOutcome> Resolve =
        new("resolve", 2, SourcesJson.Default.ResolveRequest, SourcesJson.Default.ResolveOutcome)
        {
            Memory = new(
                request => IsAddress(request.Source) ? request : null,
                outcome => outcome.Failure is null,
                outcome => [outcome.Video?.Info])
            { LooksOutside = true, GoodFor = WhileAddressesLast },
        };

    public static readonly Step<CaptionsRequest, CaptionsOutcome> ReadCaptions =
        new("read-captions", 1, CaptionsJson.Default.CaptionsRequest, CaptionsJson.Default.CaptionsOutcome)
        {
            Memory = new(
                request => request,
                outcome => outcome.Failure is null,
                outcome => [outcome.Transcript?.Content])
            { LooksOutside = true },
        };

    public static readonly Step<DecodeRequest, DecodeOutcome> DecodeAudio =
        new("decode-audio", 1, AudioJson.Default.DecodeRequest, AudioJson.Default.DecodeOutcome)
        {
            Memory = new(
                request => request.Attempt is 0 ? request : null,
                outcome => outcome.Failure is null,
                outcome => [outcome.Track]),
        };

    public static readonly Step<PlanChunksRequest, PlanChunksOutcome> PlanChunks =
        new("plan-chunks", 1, ChunkingJson.Default.PlanChunksRequest, ChunkingJson.Default.PlanChunksOutcome)
        {
            Memory = new(
                request => request with { Capacity = AnyCapacity },
                _ => true,
                outcome => [outcome.Plan]),
        };

    public static readonly Step<DetectLanguageRequest, DetectLanguageOutcome> DetectLanguage =
        new("detect-language", 1, SpeechJson.Default.DetectLanguageRequest, SpeechJson.Default.DetectLanguageOutcome)
        {
            Memory = new(
                request => request,
                outcome => outcome is { Language: not null, RetryAfter: null, AudioGone: false },
                _ => []),
        };

    public static readonly Step<TranscribeChunkRequest, ChunkOutcome> TranscribeChunk =
        new("transcribe-chunk", 1, SpeechJson.Default.TranscribeChunkRequest, SpeechJson.Default.ChunkOutcome)
        {
            SideBySide = true,
            Memory = new(
                request => request,
                outcome => outcome is { Status: not ChunkStatus.Failed, RetryAfter: null, AudioGone: false },
                outcome => [outcome.Transcript]),
        };

    public static readonly Step<StitchRequest, StitchOutcome> Stitch =
        new("stitch", 1, SpeechJson.Default.StitchRequest, SpeechJson.Default.StitchOutcome)
        {
            Memory = new(
                request => request,
                outcome => outcome.Failure is null,
                outcome => [outcome.Transcript?.Content]),
        };

    public static readonly Step<DeleteAudioRequest, DeleteAudioOutcome> DeleteAudio =
        new("delete-audio", 1, AudioJson.Default.DeleteAudioRequest, AudioJson.Default.DeleteAudioOutcome);

    public static readonly Step<SponsorBlockRequest, SponsorBlockOutcome> RemoveSponsors =
        new("remove-sponsors", 1, SponsorBlockJson.Default.SponsorBlockRequest, SponsorBlockJson.Default.SponsorBlockOutcome)
        {
            Memory = new(
                request => request,
                outcome => outcome.Note is null,
                outcome => [outcome.Transcript.Content])
            { LooksOutside = true, GoodFor = WhileAddressesLast },
        };

    public static readonly Step<SectionRequest, SectionOutcome> Section =
        new("section", 1, SegmentsJson.Default.SectionRequest, SegmentsJson.Default.SectionOutcome)
        {
            Memory = new(
                request => request,
                _ => true,
                outcome => outcome.Hours.SelectMany(hour => hour.Segments).Select(segment => segment.Text)),
        };

    public static readonly Step<SegmentRequest, SummaryOutcome> SummarizeSegment =
        new("summarize-segment", SegmentVersion, SummariesJson.Default.SegmentRequest, SummariesJson.Default.SummaryOutcome)
        {
            SideBySide = true,
            Memory = Summary<SegmentRequest>(),
        };

    public static readonly Step<ConsolidationRequest, SummaryOutcome> Consolidate =
        new("consolidate", ConsolidationVersion, SummariesJson.Default.ConsolidationRequest, SummariesJson.Default.SummaryOutcome)
        {
            SideBySide = true,
            Memory = Summary<ConsolidationRequest>() with
            {
                DependsOn = request => request.WithoutModel is null ? request : null,
            },
        };

    public static readonly Step<ReportRequest, ReportOutcome> RenderReport =
        new("render-report", 1, ReportsJson.Default.ReportRequest, ReportsJson.Default.ReportOutcome);

    private static Remembering<TRequest, SummaryOutcome> Summary<TRequest>() => new(
        request => request,
        outcome => outcome is { Status: SummaryStatus.Ok or SummaryStatus.Empty, RetryAfter: null, WrittenBy: null },
        outcome => [outcome.Summary]);

    /// <summary>A file is looked at every time: it may have changed, and looking is cheap.</summary>
    private static bool IsAddress(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    public static readonly Step<IndexRequest, IndexOutcome> RenderIndex =
        new("render-index", 1, ReportsJson.Default.IndexRequest, ReportsJson.Default.IndexOutcome);

    public static readonly Step<UrlListResults, UrlListWritten> WriteUrlListResults =
        new("write-url-list-results", 1, UrlListsJson.Default.UrlListResults, UrlListsJson.Default.UrlListWritten);

    public static readonly Step<AwaitModelRequest, AwaitModelOutcome> AwaitModel =
        new("await-model", 1, ReadinessJson.Default.AwaitModelRequest, ReadinessJson.Default.AwaitModelOutcome);

    public static readonly Step<CallbackRequest, CallbackOutcome> SendCallback =
        new("send-callback", 1, CallbacksJson.Default.CallbackRequest, CallbacksJson.Default.CallbackOutcome);
}
