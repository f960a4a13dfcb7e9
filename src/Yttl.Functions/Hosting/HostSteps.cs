using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Hosting;
using Yttl.Core.Http;
using Yttl.Core.NetworkGuard;
using Yttl.Core.Performance;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Core.Sources;
using Yttl.Functions.Engine;
using Yttl.Functions.Settings;
using Yttl.Functions.UrlLists;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;

namespace Yttl.Functions.Hosting;

/// <summary>The dependencies of the steps of this host.</summary>
internal static class HostSteps
{
    /// <summary>The key of the guard of connections to sites, which go through the operator's proxy.</summary>
    public const string Sites = "sites";

    public static StepTable Create(IServiceProvider services)
    {
        var settings = services.GetRequiredService<Configuration>();
        var models = services.GetRequiredService<ModelClients>();
        var guard = services.GetRequiredKeyedService<GuardingProxy>(Sites).Address;
        var dependencies = new StepDependencies
        {
            Artifacts = services.GetRequiredService<IArtifactStore>(),
            Audio = services.GetRequiredService<IAudioStore>(),
            Tools = services.GetRequiredService<Toolset>(),
            Decoders = settings.Get(SpeechSettingTable.MaxConcurrentDecode) ?? Environment.ProcessorCount,
            YtDlp = new YtDlpSettings(Proxy: guard)
            {
                KnownSitesOnly = true,
                CookieJar = settings.Get(AzureSettingTable.Cookies) is { } cookies
                    ? new CookieJar(cookies, services.GetRequiredService<ScratchSpace>())
                    : null,
            }.Within(services.GetRequiredService<StepTimeLimit>()),
            Time = services.GetRequiredService<TimeProvider>(),
            Http = HttpClients.Create(guard),
            CallbackHttp = HttpClients.Create(services.GetRequiredService<GuardingProxy>().Address),
            TrustedHttp = HttpClients.Create(),
            SponsorBlock = settings.Get(SettingTable.SponsorBlockUrl)!,
            Speech = models.Speech,
            SpeechSettings = models.SpeechSettings,
            Summarizer = models.Summarizer,
            Prices = services.GetRequiredService<PriceTable>(),
            Performance = services.GetRequiredService<RunRecorder>().MeasureAsync,
            OnDemandAddress = models.OnDemandAddress,
            CallbackSecret = settings.Get(AzureSettingTable.CallbackSecret),
        };
        return new StepTable(dependencies)
            .Bind(Steps.WriteUrlListResults, services.GetRequiredService<UrlListResultsBlob>().WriteAsync);
    }

    /// <summary>Ends the download of audio before its step, which needs time to decode it.</summary>
    internal static YtDlpSettings Within(this YtDlpSettings settings, StepTimeLimit limit) => settings with
    {
        AudioTimeout = limit.ForPart(settings.AudioTimeout),
        AudioTimeoutRemedy = $"raise {StepTimeLimit.Setting}, and post the source again",
    };
}
