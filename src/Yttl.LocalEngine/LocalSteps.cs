using Microsoft.Extensions.Logging;
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
internal sealed class LocalSteps : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly LanguageModels _models;
    private readonly ModelFolder _folder;
    private readonly SpeechSteps _speech;

    public LocalSteps(
        HostSettings settings, IArtifactStore store, Listening listening, ILogger logger, TimeProvider time)
    {
        _folder = new ModelFolder(settings.Home, settings.ModelServers, logger, time);
        _speech = new SpeechSteps(settings, store, listening, _folder, time);
        _models = new LanguageModels(settings, _folder, time);
        _http = CaptionHttp.CreateClient(settings.YtDlp.Proxy);
        Table = Create(settings, store, time);
    }

    public StepTable Table { get; }

    public async ValueTask DisposeAsync()
    {
        await _speech.DisposeAsync();
        await _models.DisposeAsync();
        _folder.Dispose();
        _http.Dispose();
    }

    private StepTable Create(HostSettings settings, IArtifactStore store, TimeProvider time)
    {
        var (tools, ytDlp) = (settings.Tools, settings.YtDlp);
        var processes = new ProcessRunner();
        var sponsorBlock = new SponsorBlockClient(_http, settings.SponsorBlockUrl, time);
        var extractive = new ExtractiveSummarizer();
        var summarizer = _models.Summarizer ?? extractive;
        var table = new StepTable()
            .Bind(Steps.List, new ListStep(processes, tools, ytDlp, time).RunAsync)
            .Bind(Steps.Resolve, new ResolveStep(store, processes, tools, ytDlp, time).RunAsync)
            .Bind(Steps.ReadCaptions, new ReadCaptionsStep(store, _http, processes, tools, time).RunAsync)
            .Bind(Steps.RemoveSponsors, new RemoveSponsorsStep(sponsorBlock, store).RunAsync)
            .Bind(Steps.Section, new SectionStep(store).RunAsync)
            .Bind(Steps.SummarizeSegment, new SummarizeSegmentStep(summarizer, extractive, store).RunAsync)
            .Bind(Steps.Consolidate, new ConsolidateStep(summarizer, extractive, store).RunAsync)
            .Bind(Steps.RenderIndex, RenderIndexStep.RunAsync)
            .Bind(Steps.RenderReport, (request, call, cancellationToken) =>
                new RenderReportStep(store, call.Tracker.MeasureAsync).RunAsync(request, cancellationToken));
        _speech.BindTo(table, processes);
        return table;
    }
}
