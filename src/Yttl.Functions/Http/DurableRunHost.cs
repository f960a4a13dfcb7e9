using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Http;

/// <summary>The runs of this app for its HTTP API: orchestrations by their instance ids.</summary>
internal sealed class DurableRunHost(DurableTaskClient client, IJournalStore journals, TimeProvider time) : IRunHost
{
    /// <summary>An existing instance is never overwritten: another generation has another id.</summary>
    private static readonly OrchestrationRuntimeStatus[] Any = Enum.GetValues<OrchestrationRuntimeStatus>();

    public async Task<RunSnapshot?> FindAsync(RunId id, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(id.Value, getInputsAndOutputs: true, cancellationToken);
        return instance is not null && RunSnapshots.IsRun(instance) ? RunSnapshots.From(instance) : null;
    }

    public async Task<bool> StartAsync(RunId id, RunStart start, CancellationToken cancellationToken)
    {
        var name = start.IsList ? SummarizePlaylistWorkflow.Definition.Name : SummarizeVideoWorkflow.Definition.Name;
        var input = JsonSerializer.SerializeToElement(start.Input, RunsJson.Default.RunInput);
        return await ScheduleAsync(client, name, input, id, cancellationToken);
    }

    /// <summary>Reads inputs and results, which may be large, of the listed runs only.</summary>
    public async Task<IReadOnlyList<RunSnapshot>> ListAsync(int most, CancellationToken cancellationToken)
    {
        var known = new List<(string Id, DateTimeOffset Created)>();
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery()).WithCancellation(cancellationToken))
            if (RunSnapshots.IsRun(instance) && !instance.InstanceId.Contains(':', StringComparison.Ordinal))
                known.Add((instance.InstanceId, instance.CreatedAt));
        var newest = known.OrderByDescending(run => run.Created).Take(most);
        var runs = await Task.WhenAll(newest.Select(run => FindAsync(new RunId(run.Id), cancellationToken)));
        return [.. runs.OfType<RunSnapshot>()];
    }

    /// <summary>The generation that would continue a run of another version is started, and stopped at once.</summary>
    public async Task TerminateAsync(RunId id, CancellationToken cancellationToken)
    {
        if (await SupersededRuns.ContinueAsync(client, id, cancellationToken) is { } next)
            await TreeOf(next).StopAsync(cancellationToken);
        await TreeOf(id).StopAsync(cancellationToken);
    }

    public Task<bool> DeleteAsync(RunId id, CancellationToken cancellationToken) =>
        TreeOf(id).DeleteAsync(cancellationToken);

    /// <returns>False where the instance existed already; any caller may have started it.</returns>
    public static async Task<bool> ScheduleAsync(
        DurableTaskClient client, string name, JsonElement input, RunId id, CancellationToken cancellationToken)
    {
        try
        {
            var options = new StartOrchestrationOptions(InstanceId: id.Value) { Version = WorkflowVersion.Current }
                .WithDedupeStatuses(Any);
            await client.ScheduleNewOrchestrationInstanceAsync(name, input, options, cancellationToken);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Each backend throws another exception. The existing instance is the reliable sign.
            if (await client.GetInstanceAsync(id.Value, getInputsAndOutputs: false, cancellationToken) is null)
                throw;
            return false;
        }
    }

    private RunTree TreeOf(RunId id) => new(client, journals, time, id);
}
