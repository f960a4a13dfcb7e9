using Microsoft.Extensions.Logging;
using Yttl.Core.Artifacts;
using Yttl.Core.Hosting;
using Yttl.Core.Http;
using Yttl.Core.NetworkGuard;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Providers;
using Yttl.Core.Sources;
using Yttl.LocalEngine.Engine;
using Yttl.LocalEngine.LocalModels;
using Yttl.LocalEngine.Settings;
using Yttl.LocalEngine.Storage;
using Yttl.Workflows.Hosting;

namespace Yttl.LocalEngine.Hosting;

/// <summary>The dependencies of the steps of this host.</summary>
internal sealed class LocalSteps : IAsyncDisposable
{
    private readonly GuardingProxy? _guard;
    private readonly HttpClient _http;
    private readonly HttpClient _trusted;
    private readonly ModelFolder _folder;
    private readonly LanguageModels _models;
    private readonly LazySpeechToText? _recognizer;

    /// <param name="news">Told of long waits; null for none.</param>
    public LocalSteps(
        HostSettings settings,
        IArtifactStore store,
        SpeechOptionsFactory speech,
        ILogger logger,
        TimeProvider time,
        WaitNews? news = null)
    {
        _guard = settings.GuardsNetwork ? new GuardingProxy(settings.YtDlp.Proxy) : null;
        _http = HttpClients.Create(_guard?.Address ?? settings.YtDlp.Proxy);
        _trusted = _guard is null ? _http : HttpClients.Create();
        _folder = new ModelFolder(settings.Home, settings.ModelBaseUrl, logger, time);
        Scratch = new ScratchSpace(Path.Combine(settings.Home, "scratch"));
        _models = new LanguageModels(settings, _folder, Scratch, time, news);
        _recognizer = settings.Recognizer is { } recognizer
            ? new LazySpeechToText(recognizer, settings.ModelIdleTime, speech, _folder, time, news)
            : null;
        Table = new StepTable(new StepDependencies
        {
            Artifacts = store,
            Audio = new FileAudioStore(settings.Home, logger),
            Tools = settings.Tools with { Scratch = Scratch, ContainersOnly = settings.GuardsNetwork },
            YtDlp = Guarded(settings.YtDlp.CookiesFile is not { } cookies ? settings.YtDlp
                : settings.YtDlp with { CookieJar = CookieJar.From(cookies, Scratch) }),
            Time = time,
            Http = _http,
            TrustedHttp = _trusted,
            SponsorBlock = settings.SponsorBlockUrl,
            Decoders = settings.Decoders,
            Speech = _recognizer,
            SpeechSettings = settings.Recognizer?.Speech,
            Summarizer = _models.Summarizer,
            Prices = settings.Prices,
            Pace = () => PaceOf(settings),
            Performance = RunTracker.MeasureCurrentAsync,
        });
    }

    private YtDlpSettings Guarded(YtDlpSettings settings) =>
        _guard is null ? settings : settings with { Proxy = _guard.Address, KnownSitesOnly = true };

    private static CallPace? PaceOf(HostSettings settings) =>
        settings.LanguageModel is { } model && new FilePaces(settings.Home).Recall(model.Provider, model.Model) is { } each
            ? new CallPace(each, model.FirstWindow(new FileWindowMemory(settings.Home)))
            : null;

    public StepTable Table { get; }

    /// <summary>The temporary files of this process, <c>HOME/scratch</c>.</summary>
    public ScratchSpace Scratch { get; }

    public async ValueTask DisposeAsync()
    {
        if (_recognizer is not null)
            await _recognizer.DisposeAsync();
        await _models.DisposeAsync();
        _folder.Dispose();
        Scratch.Dispose();
        _http.Dispose();
        _trusted.Dispose();
        if (_guard is not null)
            await _guard.DisposeAsync();
    }
}
