using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Callbacks;
using Yttl.Core.Captions;
using Yttl.Core.Chunking;
using Yttl.Core.Guarding;
using Yttl.Core.Processes;
using Yttl.Core.Readiness;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.Speech;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.Functions.Engine;
using Yttl.Functions.UrlLists;
using Yttl.Workflows.UrlLists;

namespace Yttl.Functions.Hosting;

/// <summary>The one place where this host puts the steps together.</summary>
internal sealed class StepBindings
{
    public StepBindings(
        AppSettings settings,
        IArtifactStore store,
        IAudioStore audio,
        UrlListResultsBlob lists,
        Models models,
        GuardingProxy guard,
        RunPerformance performance,
        TimeProvider time)
    {
        var (tools, processes) = (settings.Tools, new ProcessRunner());
        var ytDlp = new YtDlpSettings(Proxy: guard.Address) { KnownSitesOnly = true };
        var http = CaptionHttp.CreateClient(ytDlp.Proxy);
        var sponsorBlock = new SponsorBlockClient(CaptionHttp.CreateClient(proxy: null), settings.SponsorBlock, time);
        List = new ListStep(processes, tools, ytDlp, time).RunAsync;
        Resolve = new ResolveStep(store, processes, tools, ytDlp, time).RunAsync;
        ReadCaptions = new ReadCaptionsStep(store, http, processes, tools, time).RunAsync;
        DecodeAudio = new DecodeAudioStep(
            audio, store, processes, tools, ytDlp, time, decoders: Environment.ProcessorCount).RunAsync;
        PlanChunks = new PlanChunksStep(store).RunAsync;
        var encoder = models.EncoderOf(processes, tools);
        DetectLanguage = new DetectLanguageStep(audio, models.Speech, encoder).RunAsync;
        TranscribeChunk = new TranscribeChunkStep(audio, store, models.Speech, encoder).RunAsync;
        Stitch = new StitchStep(store).RunAsync;
        DeleteAudio = new DeleteAudioStep(audio).RunAsync;
        RemoveSponsors = new RemoveSponsorsStep(sponsorBlock, store).RunAsync;
        Section = new SectionStep(store).RunAsync;
        SummarizeSegment = new SummarizeSegmentStep(models.Summarizer, models.Extractive, store).RunAsync;
        Consolidate = new ConsolidateStep(models.Summarizer, models.Extractive, store).RunAsync;
        RenderReport = new RenderReportStep(store, performance.MeasureAsync).RunAsync;
        RenderIndex = RenderIndexStep.RunAsync;
        WriteUrlListResults = lists.WriteAsync;
        AwaitModel = new AwaitModelStep(CaptionHttp.CreateClient(proxy: null), models.OnDemandAddress, time).RunAsync;
        SendCallback = new SendCallbackStep(CaptionHttp.CreateClient(guard.Address), settings.CallbackSecret, time).RunAsync;
    }

    public Func<ListRequest, CancellationToken, Task<ListOutcome>> List { get; }

    public Func<ResolveRequest, CancellationToken, Task<ResolveOutcome>> Resolve { get; }

    public Func<CaptionsRequest, CancellationToken, Task<CaptionsOutcome>> ReadCaptions { get; }

    public Func<DecodeRequest, CancellationToken, Task<DecodeOutcome>> DecodeAudio { get; }

    public Func<PlanChunksRequest, CancellationToken, Task<PlanChunksOutcome>> PlanChunks { get; }

    public Func<DetectLanguageRequest, CancellationToken, Task<DetectLanguageOutcome>> DetectLanguage { get; }

    public Func<TranscribeChunkRequest, CancellationToken, Task<ChunkOutcome>> TranscribeChunk { get; }

    public Func<StitchRequest, CancellationToken, Task<StitchOutcome>> Stitch { get; }

    public Func<DeleteAudioRequest, CancellationToken, Task<DeleteAudioOutcome>> DeleteAudio { get; }

    public Func<SponsorBlockRequest, CancellationToken, Task<SponsorBlockOutcome>> RemoveSponsors { get; }

    public Func<SectionRequest, CancellationToken, Task<SectionOutcome>> Section { get; }

    public Func<SegmentRequest, CancellationToken, Task<SummaryOutcome>> SummarizeSegment { get; }

    public Func<ConsolidationRequest, CancellationToken, Task<SummaryOutcome>> Consolidate { get; }

    public Func<ReportRequest, CancellationToken, Task<ReportOutcome>> RenderReport { get; }

    public Func<IndexRequest, CancellationToken, Task<IndexOutcome>> RenderIndex { get; }

    public Func<UrlListResults, CancellationToken, Task<UrlListWritten>> WriteUrlListResults { get; }

    public Func<AwaitModelRequest, CancellationToken, Task<AwaitModelOutcome>> AwaitModel { get; }

    public Func<CallbackRequest, CancellationToken, Task<CallbackOutcome>> SendCallback { get; }
}
