using Yttl.Core.Artifacts;
using Yttl.Core.Captions;
using Yttl.Core.Processes;
using Yttl.Core.Reports;
using Yttl.Core.Segments;
using Yttl.Core.Sources;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Summaries;
using Yttl.LocalEngine.Engine;
using Yttl.Workflows;

namespace Yttl.LocalEngine;

/// <summary>The one place where this host puts the steps together.</summary>
internal static class LocalSteps
{
    public static StepTable Create(HostSettings settings, IArtifactStore store, HttpClient http, TimeProvider time)
    {
        var processes = new ProcessRunner();
        var ytDlp = new YtDlp(processes, settings.Tools, settings.YtDlp);
        var extractive = new ExtractiveSummarizer();
        ISummarizer summarizer = settings.LanguageModel is { } model
            ? new LlmSummarizer(new OpenAiLanguageModel(model, http, time), model.InputTokens)
            : extractive;
        return new StepTable()
            .Bind(Steps.List, new ListStep(ytDlp).RunAsync)
            .Bind(Steps.Resolve, new ResolveStep(ytDlp, new FFprobe(processes, settings.Tools), store).RunAsync)
            .Bind(Steps.ReadCaptions, new ReadCaptionsStep(store, http, processes, settings.Tools, time).RunAsync)
            .Bind(Steps.RemoveSponsors, new RemoveSponsorsStep(new SponsorBlockClient(http, settings.SponsorBlockUrl, time), store).RunAsync)
            .Bind(Steps.Section, new SectionStep(store).RunAsync)
            .Bind(Steps.SummarizeSegment, new SummarizeSegmentStep(store, summarizer, extractive).RunAsync)
            .Bind(Steps.Consolidate, new ConsolidateStep(store, summarizer, extractive).RunAsync)
            .Bind(Steps.RenderReport, (request, call, cancellationToken) =>
                new RenderReportStep(store, () => call.Timings.Measure(request)).RunAsync(request, cancellationToken));
    }
}
