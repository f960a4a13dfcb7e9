using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Callbacks;
using Yttl.Core.Captions;
using Yttl.Core.Captions.Fetching;
using Yttl.Core.Chunking;
using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Core.Predictions;
using Yttl.Core.Questions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Writing;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Sources.Steps;
using Yttl.Core.Speech.Steps;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Summaries.Prompting;
using Yttl.Core.Summaries.Steps;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;
using Yttl.Workflows.UrlLists;

namespace Yttl.Workflows.Catalogue;

/// <summary>Every step: the class of <c>Yttl.Core</c> that does its work, and how its result is remembered.</summary>
public static class Steps
{
    /// <summary>
    /// The addresses of captions and audio that a site returns expire; those of YouTube after six hours.
    /// </summary>
    private static readonly TimeSpan WhileAddressesLast = TimeSpan.FromHours(5);

    private static readonly ChunkCapacity AnyCapacity = new(Workers: 1, MemoryPerWorker: 0);

    // Versions only ever increase, so their sum changes whenever one of them does.
    private const int SegmentVersion = Prompts.SegmentVersion + Prompts.MergeVersion + LlmSummarizer.AnswerVersion
        + ExtractiveSummarizer.Version;

    private const int ConsolidationVersion =
        Prompts.HourVersion + Prompts.OverallVersion + Prompts.MergeVersion + LlmSummarizer.AnswerVersion
        + ExtractiveSummarizer.Version + ConsolidateStep.TextVersion;

    private const int AnswerVersion =
        QuestionPrompts.Version + LlmSummarizer.AnswerVersion + AnswerQuestionStep.PassagesVersion;

    public static readonly Step<ListRequest, ListOutcome> List =
        new("list", 1, SourcesJson.Default.ListRequest, SourcesJson.Default.ListOutcome)
        {
            Work = host => new ListStep(host.Processes, host.Tools, host.YtDlp, host.Time).RunAsync,
            Memory = new()
            {
                DependsOn = request => IsAddress(request.Source) ? request : null,
                LooksOutside = true,
                GoodFor = WhileAddressesLast,
            },
        };

    public static readonly Step<ResolveRequest, ResolveOutcome> Resolve =
        new("resolve", 5, SourcesJson.Default.ResolveRequest, SourcesJson.Default.ResolveOutcome)
        {
            Work = host => new ResolveStep(host.Artifacts, host.Processes, host.Tools, host.YtDlp, host.Time).RunAsync,
            Memory = new()
            {
                DependsOn = request => IsAddress(request.Source) ? request : null,
                Content = outcome => [outcome.Video?.Info],
                LooksOutside = true,
                GoodFor = WhileAddressesLast,
            },
        };

    public static readonly Step<CaptionsRequest, CaptionsOutcome> ReadCaptions =
        new("read-captions", 6, CaptionsJson.Default.CaptionsRequest, CaptionsJson.Default.CaptionsOutcome)
        {
            Work = host => new ReadCaptionsStep(host.Artifacts, host.Http, host.Processes, host.Tools, host.Time).RunAsync,
            Memory = new() { Content = outcome => [outcome.Transcript?.Content], LooksOutside = true },
        };

    public static readonly Step<DecodeRequest, DecodeOutcome> DecodeAudio =
        new("decode-audio", 1, AudioJson.Default.DecodeRequest, AudioJson.Default.DecodeOutcome)
        {
            Work = host => new DecodeAudioStep(
                host.Audio, host.Artifacts, host.Processes, host.Tools, host.YtDlp, host.Time, host.Decoders).RunAsync,
            Memory = new()
            {
                DependsOn = request => request.Attempt is 0 ? request : null,
                Content = outcome => [outcome.Track],
            },
        };

    public static readonly Step<PlanChunksRequest, PlanChunksOutcome> PlanChunks =
        new("plan-chunks", 1, ChunkingJson.Default.PlanChunksRequest, ChunkingJson.Default.PlanChunksOutcome)
        {
            Work = host => new PlanChunksStep(host.Artifacts).RunAsync,
            Memory = new() { DependsOn = request => request with { Capacity = AnyCapacity }, Content = outcome => [outcome.Plan] },
        };

    public static readonly Step<DetectLanguageRequest, DetectLanguageOutcome> DetectLanguage =
        new("detect-language", 1, SpeechJson.Default.DetectLanguageRequest, SpeechJson.Default.DetectLanguageOutcome)
        {
            Work = host => new DetectLanguageStep(host.Audio, host.Speech, host.Encoder).RunAsync,
            Memory = new() { IsFinished = outcome => outcome is { Language: not null, RetryAfter: null, AudioGone: false } },
        };

    public static readonly Step<TranscribeChunkRequest, ChunkOutcome> TranscribeChunk =
        new("transcribe-chunk", 1, SpeechJson.Default.TranscribeChunkRequest, SpeechJson.Default.ChunkOutcome)
        {
            Work = host => new TranscribeChunkStep(host.Audio, host.Artifacts, host.Speech, host.Encoder).RunAsync,
            SideBySide = true,
            Memory = new()
            {
                IsFinished = outcome => outcome is { Status: not ChunkStatus.Failed, RetryAfter: null, AudioGone: false },
                Content = outcome => [outcome.Transcript],
            },
        };

    public static readonly Step<StitchRequest, StitchOutcome> Stitch =
        new("stitch", 4, SpeechJson.Default.StitchRequest, SpeechJson.Default.StitchOutcome)
        {
            Work = host => new StitchStep(host.Artifacts).RunAsync,
            Memory = new() { Content = outcome => [outcome.Transcript?.Content] },
        };

    public static readonly Step<DeleteAudioRequest, PlainOutcome> DeleteAudio =
        new("delete-audio", 1, AudioJson.Default.DeleteAudioRequest, AudioJson.Default.PlainOutcome)
        {
            Work = host => new DeleteAudioStep(host.Audio).RunAsync,
        };

    public static readonly Step<SponsorBlockRequest, SponsorBlockOutcome> RemoveSponsors =
        new("remove-sponsors", 2, SponsorBlockJson.Default.SponsorBlockRequest, SponsorBlockJson.Default.SponsorBlockOutcome)
        {
            Work = host => new RemoveSponsorsStep(
                new SponsorBlockClient(host.TrustedHttp, host.SponsorBlock, host.Time), host.Artifacts).RunAsync,
            Memory = new()
            {
                IsFinished = outcome => outcome.Note is null,
                Content = outcome => [outcome.Transcript.Content],
                LooksOutside = true,
                GoodFor = WhileAddressesLast,
            },
        };

    public static readonly Step<SectionRequest, SectionOutcome> Section =
        new("section", 3, SegmentsJson.Default.SectionRequest, SegmentsJson.Default.SectionOutcome)
        {
            Work = host => new SectionStep(host.Artifacts).RunAsync,
            Memory = new()
            {
                Content = outcome => outcome.Hours.SelectMany(hour => hour.Segments).Select(segment => segment.Text),
            },
        };

    public static readonly Step<PredictionRequest, PredictionOutcome> PredictSummaries =
        new("predict-summaries", 1, PredictionsJson.Default.PredictionRequest, PredictionsJson.Default.PredictionOutcome)
        {
            Work = host => new PredictSummariesStep(host.Artifacts, host.Prices, host.Pace).RunAsync,
        };

    public static readonly Step<EstimateRequest, EstimateOutcome> EstimateTranscript =
        new("estimate-transcript", 1, PredictionsJson.Default.EstimateRequest, PredictionsJson.Default.EstimateOutcome)
        {
            Work = host => new EstimateTranscriptStep(host.Artifacts).RunAsync,
        };

    public static readonly Step<SegmentRequest, SummaryOutcome> SummarizeSegment =
        new("summarize-segment", SegmentVersion, SummariesJson.Default.SegmentRequest, SummariesJson.Default.SummaryOutcome)
        {
            Work = host => new SummarizeSegmentStep(host.Summarizer, host.Extractive, host.Artifacts).RunAsync,
            SideBySide = true,
            Memory = Summary<SegmentRequest>(),
        };

    public static readonly Step<ConsolidationRequest, SummaryOutcome> Consolidate =
        new("consolidate", ConsolidationVersion, SummariesJson.Default.ConsolidationRequest, SummariesJson.Default.SummaryOutcome)
        {
            Work = host => new ConsolidateStep(host.Summarizer, host.Extractive, host.Artifacts).RunAsync,
            SideBySide = true,
            Memory = Summary<ConsolidationRequest>() with
            {
                DependsOn = request => request.WithoutModel is null ? request : null,
            },
        };

    /// <summary>Passages are found faster than they are remembered.</summary>
    public static readonly Step<AnswerRequest, AnswerOutcome> AnswerQuestion =
        new("answer-question", AnswerVersion, QuestionsJson.Default.AnswerRequest, QuestionsJson.Default.AnswerOutcome)
        {
            Work = host => new AnswerQuestionStep(host.Summarizer, host.Extractive, host.Artifacts).RunAsync,
            Memory = new()
            {
                DependsOn = request => request.WithoutModel is null && !request.Options.IsExtractive ? request : null,
                IsFinished = outcome => outcome is { Failure: null, WrittenBy: null },
            },
        };

    public static readonly Step<ReportRequest, ReportOutcome> RenderReport =
        new("render-report", 1, ReportStepsJson.Default.ReportRequest, ReportStepsJson.Default.ReportOutcome)
        {
            Work = host => new RenderReportStep(host.Artifacts, host.Performance).RunAsync,
        };

    public static readonly Step<IndexRequest, IndexOutcome> RenderIndex =
        new("render-index", 1, ReportStepsJson.Default.IndexRequest, ReportStepsJson.Default.IndexOutcome)
        {
            Work = _ => RenderIndexStep.RunAsync,
        };

    public static readonly Step<VideoResults, VideoResultsWritten> WriteVideoResults =
        new("write-video-results", 1, RunsJson.Default.VideoResults, RunsJson.Default.VideoResultsWritten)
        {
            Work = host => async (results, cancellationToken) => new VideoResultsWritten(
                await host.Artifacts.WriteJsonAsync(results, RunsJson.Default.VideoResults, cancellationToken)),
        };

    public static readonly Step<UrlListResults, PlainOutcome> WriteUrlListResults =
        new("write-url-list-results", 1, UrlListsJson.Default.UrlListResults, UrlListsJson.Default.PlainOutcome);

    public static readonly Step<AwaitModelRequest, AwaitModelOutcome> AwaitModel =
        new("await-model", 1, ReadinessJson.Default.AwaitModelRequest, ReadinessJson.Default.AwaitModelOutcome)
        {
            Work = host => new AwaitModelStep(host.TrustedHttp, host.OnDemandAddress, host.Time).RunAsync,
        };

    public static readonly Step<CallbackRequest, PlainOutcome> SendCallback =
        new("send-callback", 1, CallbacksJson.Default.CallbackRequest, CallbacksJson.Default.PlainOutcome)
        {
            Work = host => new SendCallbackStep(host.CallbackHttp, host.CallbackSecret, host.Time).RunAsync,
        };

    private static MemoryPolicy<TRequest, SummaryOutcome> Summary<TRequest>() => new()
    {
        IsFinished = outcome => outcome is { Status: SummaryStatus.Ok or SummaryStatus.Empty, RetryAfter: null, WrittenBy: null },
        Content = outcome => [outcome.Summary],
    };

    /// <summary>A file is examined every time: it may have changed, and examining it is cheap.</summary>
    private static bool IsAddress(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";
}
