using System.Text.Json;
using Microsoft.DurableTask.Client;
using Yttl.DurableExtension.Specs.Hosting;
using Yttl.Functions.Specs.Engine;
using Yttl.Workflows.Hosting;
using Yttl.Workflows.Memory;
using Yttl.Workflows.Seam;
using Yttl.Workflows.Specs.Engines;

namespace Yttl.DurableExtension.Specs.Engine;

/// <summary>The Durable Functions extension on its storage provider, with the app's adapter, retries and activities.</summary>
internal sealed record DurableExtensionEngine() : EngineUnderTest("durable extension", null)
{
    private static readonly Lazy<Task<ExtensionHost>> Shared = new(async () =>
        await ExtensionHost.StartAsync(await SharedStorage.ConnectAsync(), SharedStorage.NewHub(), new LanguageWorker()));

    private static int _runs;

    internal override async Task<TOutput> RunAsync<TInput, TOutput>(
        Workflow<TInput, TOutput> workflow,
        TInput input,
        StepTable steps,
        Action<RunId, RunProgress>? report = null,
        IStepMemory? memory = null,
        SkippingTime? time = null)
    {
        var host = await Shared.Value;
        var id = $"{Interlocked.Increment(ref _runs)}{InstantContext.Mark}run";
        var run = new HostedRun(id, steps, memory ?? new NoMemory(), new InMemoryRunJournal(), time ?? new SkippingTime())
        {
            IsInstant = true,
        };
        host.Worker.Add(id, run);
        await host.ScheduleAsync(workflow, id, input);
        var instance = await host.OverAsync(run);
        instance.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed, instance.FailureDetails?.ToString());
        return JsonSerializer.Deserialize(instance.SerializedOutput!, workflow.Output)!;
    }

    private sealed class NoMemory : IStepMemory
    {
        public Task<RememberedResult?> FindAsync(StepKey key, CancellationToken cancellationToken) =>
            Task.FromResult<RememberedResult?>(null);

        public Task KeepAsync(StepKey key, RememberedResult result, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
