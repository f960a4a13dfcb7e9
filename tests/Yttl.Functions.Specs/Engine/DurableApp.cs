using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using DurableTask.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.DurableTask.Testing.Sidecar.Grpc;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yttl.Core.Performance;
using Yttl.Functions.Engine;
using Yttl.Functions.Settings;
using Yttl.TestKit;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Specs.Engine;

/// <summary>
/// The app's own orchestrations, adapter, retries and activities on the Durable Task SDK, over gRPC as in Azure. Only the
/// storage is in memory, and what a step does is a spec's.
/// </summary>
internal sealed class DurableApp : IAsyncDisposable
{
    private readonly StepWork _work;
    private DurableTaskTestHost _host = null!;
    private string _version = WorkflowVersion.Current;

    private DurableApp(StepTable steps, IStepMemory memory, TimeSpan? limit, TimeProvider time) =>
        _work = new StepWork(
            steps,
            memory,
            new RunRecorder(Journal, PriceTable.Default, time),
            Runs.Steps,
            new StepTimeLimit(limit),
            time);

    public InMemoryRunJournal Journal { get; } = new();

    public InstantBackend Backend { get; } = new();

    public DurableTaskClient Client => _host.Client;

    /// <summary>The names of the activities that were called, an attempt each.</summary>
    public ConcurrentQueue<string> Attempts { get; } = new();

    /// <param name="limit">How long a step may take, on <paramref name="time"/>.</param>
    public static async Task<DurableApp> StartAsync(
        StepTable steps,
        IStepMemory? memory = null,
        TimeSpan? limit = null,
        TimeProvider? time = null,
        string version = WorkflowVersion.Current)
    {
        var app = new DurableApp(steps, memory ?? new InMemoryStepMemory(), limit, time ?? TimeProvider.System)
        {
            _version = version,
        };
        app._host = await app.OpenAsync();
        return app;
    }

    /// <summary>
    /// The worker and its connection go, in the middle of whatever they do, and others come, perhaps of another version.
    /// </summary>
    public async Task RestartAsync(string version = WorkflowVersion.Current)
    {
        await _host.DisposeAsync();
        _version = version;
        _host = await OpenAsync();
        await Backend.DeliverUndoneAgainAsync();
    }

    /// <param name="version">That of the app that schedules it; null for the one that runs.</param>
    public Task ScheduleAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow, string id, TInput input, string? version = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(
            workflow.Name,
            JsonSerializer.SerializeToElement(input, workflow.Input),
            new StartOrchestrationOptions(id) { Version = version ?? _version });

    public async Task<TOutput> ResultOfAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, string id)
    {
        var instance = await OverAsync(id);
        instance.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed, instance.FailureDetails?.ToString());
        return JsonSerializer.Deserialize(instance.SerializedOutput!, workflow.Output)!;
    }

    public async Task<TOutput> RunAsync<TInput, TOutput>(Workflow<TInput, TOutput> workflow, string id, TInput input)
    {
        await ScheduleAsync(workflow, id, input);
        return await ResultOfAsync(workflow, id);
    }

    /// <summary>Waits for at most a minute of real time: an orchestration that hangs is to fail its spec.</summary>
    public Task<OrchestrationMetadata> OverAsync(string id) =>
        Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(Eventually.Timeout);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task<DurableTaskTestHost> OpenAsync()
    {
        Backend.Version = _version;
        var server = WebApplication.CreateSlimBuilder();
        server.Logging.ClearProviders();
        server.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        server.Services.AddGrpc();
        server.Services
            .AddSingleton<IOrchestrationService>(Backend)
            .AddSingleton<IOrchestrationServiceClient>(Backend)
            .AddSingleton<TaskHubGrpcServer>();
        var backend = server.Build();
        backend.MapGrpcService<TaskHubGrpcServer>();
        await backend.StartAsync();

        var channel = GrpcChannel.ForAddress(backend.Urls.Single());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddDurableTaskWorker(worker => worker.AddTasks(Register).UseGrpc(channel).UseVersioning(new()
        {
            // As host.json has the Functions host do it.
            Version = _version,
            MatchStrategy = DurableTaskWorkerOptions.VersionMatchStrategy.Strict,
            FailureStrategy = DurableTaskWorkerOptions.VersionFailureStrategy.Fail,
        }));
        builder.Services.AddDurableTaskClient(client => client.UseGrpc(channel).RegisterDirectly());
        var host = builder.Build();
        await host.StartAsync();
        return new DurableTaskTestHost(backend, host, channel, host.Services.GetRequiredService<DurableTaskClient>());
    }

    private void Register(DurableTaskRegistry tasks)
    {
        tasks.AddOrchestratorFunc("summarize-video", context => Orchestrations.SummarizeVideo(context));
        tasks.AddOrchestratorFunc("summarize-playlist", context => Orchestrations.SummarizePlaylist(context));
        tasks.AddOrchestratorFunc("summarize-list-page", context => Orchestrations.SummarizeListPage(context));
        tasks.AddOrchestratorFunc("feed-url-list", context => Orchestrations.FeedUrlList(context));
        tasks.AddOrchestratorFunc("plan-video", context => Orchestrations.PlanVideo(context));
        tasks.AddOrchestratorFunc("plan-list", context => Orchestrations.PlanList(context));
        tasks.AddOrchestratorFunc("ask-video", context => Orchestrations.AskVideo(context));
        foreach (var step in typeof(Steps).GetFields().Select(field => field.GetValue(null)!))
            Add(tasks, (dynamic)step);
    }

    private void Add<TInput, TOutput>(DurableTaskRegistry tasks, Step<TInput, TOutput> step) =>
        tasks.AddActivityFunc<JsonElement, JsonElement>(step.Name, (context, json) =>
        {
            Attempts.Enqueue(step.Name);
            RunIdentity.Enter(context.InstanceId);
            return _work.RunAsync(step, json, Client, CancellationToken.None);
        });
}
