using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.NetworkGuard;
using Yttl.Core.Processes;
using Yttl.Core.Settings;
using Yttl.Functions.Engine;
using Yttl.Functions.Http;
using Yttl.Functions.Settings;
using Yttl.Functions.Storage;
using Yttl.Functions.UrlLists;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Runs;

namespace Yttl.Functions.Hosting;

/// <summary>Registers everything that the functions need, once per process.</summary>
internal static class Composition
{
    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services
            .AddSingleton(TimeProvider.System)
            .AddSingleton(_ => AppSettings.Read(configuration))
            .AddSingleton(_ => StepTimeLimit.Read(configuration))
            .AddSingleton(provider => AppSettings.Prices(provider.GetRequiredService<Configuration>()))
            .AddSingleton(provider => provider.GetRequiredService<Configuration>().Tools() with
            {
                ContainersOnly = true,
                Scratch = provider.GetRequiredService<ScratchSpace>(),
            })
            .AddSingleton(_ => ScratchSpace.Sweeping(Path.Combine(Path.GetTempPath(), "yttl-scratch")))
            .AddSingleton<HealthCheck>()
            .AddSingleton(BlobAccount.Connect(configuration))
            .AddSingleton<BlobContainers>()
            .AddSingleton<BlobArtifactStore>()
            .AddSingleton<IArtifactStore>(provider => provider.GetRequiredService<BlobArtifactStore>())
            .AddSingleton<IAudioStore, BlobAudioStore>()
            .AddSingleton<IStepMemory, BlobStepMemory>()
            .AddSingleton<IJournalStore, BlobRunJournal>()
            .AddSingleton<IRunJournal>(provider => provider.GetRequiredService<IJournalStore>())
            .AddSingleton<RunRecorder>()
            .AddSingleton<UrlListResultsBlob>()
            .AddSingleton<BlobModelLoad>()
            .AddHostedService<ModelLoadReporter>()
            .AddSingleton(_ => new GuardingProxy())
            .AddKeyedSingleton(HostSteps.Sites, (provider, _) => new GuardingProxy(
                provider.GetRequiredService<Configuration>().Get(AzureSettingTable.Proxy)))
            .AddSingleton<ModelClients>()
            .AddSingleton(provider => provider.GetRequiredService<ModelClients>().Defaults())
            .AddSingleton(HostSteps.Create)
            .AddSingleton<StepCancellation>()
            .AddSingleton<StepWork>();
        TelemetryExporters.AddTo(services, configuration[AppSettings.InsightsConnection], configuration[AppSettings.Collector]);
    }
}
