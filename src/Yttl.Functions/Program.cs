using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using Yttl.Core.Artifacts;
using Yttl.Core.Audio;
using Yttl.Core.Guarding;
using Yttl.Functions.Engine;
using Yttl.Functions.Hosting;
using Yttl.Functions.Storage;
using Yttl.Functions.UrlLists;
using Yttl.Workflows;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

builder.Services
    .AddSingleton(TimeProvider.System)
    .AddSingleton<AppSettings>()
    .AddSingleton(BlobAccount.Connect(builder.Configuration))
    .AddSingleton<BlobContainers>()
    .AddSingleton<BlobArtifactStore>()
    .AddSingleton<IArtifactStore>(services => services.GetRequiredService<BlobArtifactStore>())
    .AddSingleton<IAudioStore, BlobAudioStore>()
    .AddSingleton<IStepMemory, BlobStepMemory>()
    .AddSingleton<UrlListResultsBlob>()
    .AddSingleton(_ => new GuardingProxy())
    .AddSingleton<Models>()
    .AddSingleton(services => services.GetRequiredService<Models>().Defaults())
    .AddSingleton<StepBindings>()
    .AddSingleton<StepWork>();

var telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
    .WithTracing(traces => traces.AddSource("Yttl"))
    .WithMetrics(metrics => metrics.AddMeter("Yttl"));
if (builder.Configuration[AppSettings.InsightsConnection] is { Length: > 0 } connection)
    telemetry.UseAzureMonitorExporter(options =>
    {
        options.ConnectionString = connection;
        options.Credential = new DefaultAzureCredential();
    });

var app = builder.Build();
await app.Services.GetRequiredService<BlobContainers>().CreateAsync(CancellationToken.None);
await app.RunAsync();
