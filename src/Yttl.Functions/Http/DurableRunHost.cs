using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Yttl.Core.Artifacts;
using Yttl.Functions.Engine;
using Yttl.Functions.Storage;
using Yttl.Workflows.Http;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Http;

/// <summary>The runs of this app for its HTTP API: orchestrations by their instance ids.</summary>
/// <param name="steps">Those of this process; null where it runs none.</param>
internal sealed class DurableRunHost(
    DurableTaskClient client,
    IArtifactStore artifacts,
    IJournalStore journals,
    TimeProvider time,
    StepCancellation? steps = null) : IRunHost
{
    /// <summary>An existing instance is never overwritten: another generation has another id.</summary>
    private static readonly OrchestrationRuntimeStatus[] Any = Enum.GetValues<OrchestrationRuntimeStatus>();

    /// <summary>The most time for a stop of a run and of the generations after it.</summary>
    private static readonly TimeSpan Stopping = 4 * RunTree.Patience;

    /// <summary>
    /// A bound on the generations that a stop starts, where the workers are of another version than this process. A run
    /// is stopped by the id of its latest generation, so few come after it.
    /// </summary>
    private const int MostGenerations = 8;

    public async Task<RunSnapshot?> FindAsync(RunId id, CancellationToken cancellationToken)
    {
        var instance = await client.GetInstanceAsync(id.Value, getInputsAndOutputs: true, cancellationToken);
        if (instance is null || !RunSnapshots.IsRun(instance))
            return null;
        var run = RunSnapshots.From(instance);
        return run is { IsOver: false, Progress.Phase: RunPhase.Videos }
            ? run with { Progress = await ListPages.ProgressAsync(client, id, cancellationToken) ?? run.Progress }
            : run;
    }

    public async Task<RunSnapshot> WithVideosAsync(RunSnapshot run, CancellationToken cancellationToken) =>
        run.Result is PlaylistResult { Pages: { } pages } list
            ? run with { Result = await ListPages.JoinAsync(list, pages, artifacts, cancellationToken) }
            : run;

    public async Task<RunStart?> FindStartAsync(RunId id, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(id.Value, getInputsAndOutputs: true, cancellationToken) is { } instance
            ? RunSnapshots.StartOf(instance)
            : null;

    public async Task<bool> StartAsync(RunId id, RunStart start, CancellationToken cancellationToken)
    {
        var name = start.IsList ? SummarizePlaylistWorkflow.Definition.Name : SummarizeVideoWorkflow.Definition.Name;
        var input = JsonSerializer.SerializeToElement(start.Input, RunsJson.Default.RunInput);
        return await ScheduleAsync(client, name, input, id, cancellationToken);
    }

    /// <summary>Reads no inputs and results, which may be large, but of the runs whose status does not say enough.</summary>
    public async Task<IReadOnlyList<RunSnapshot>> ListAsync(
        int most, DateTimeOffset? before, CancellationToken cancellationToken)
    {
        var known = new List<OrchestrationMetadata>();
        await foreach (var instance in client.GetAllInstancesAsync(new OrchestrationQuery()).WithCancellation(cancellationToken))
            if (RunSnapshots.IsRun(instance) && new RunId(instance.InstanceId).IsRoot && !(instance.CreatedAt >= before))
                known.Add(instance);
        var newest = known.OrderByDescending(run => run.CreatedAt).Take(most);
        var runs = await Task.WhenAll(newest.Select(async instance =>
            RunSnapshots.Listed(instance) ?? await FindAsync(new RunId(instance.InstanceId), cancellationToken)));
        return [.. runs.OfType<RunSnapshot>()];
    }

    /// <summary>
    /// A run of another version fails when it is told to stop. The generation that would continue it is started and
    /// stopped, whether or not a timer has started it already.
    /// </summary>
    public async Task TerminateAsync(RunId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var stopping = new CancellationTokenSource(Stopping);
        for (var generation = 0; generation < MostGenerations; generation++)
        {
            await TreeOf(id).StopAsync(stopping.Token);
            if (await FindAsync(id, stopping.Token) is not { IsSuperseded: true })
                return;
            await SupersededRuns.ContinueAsync(client, id, stopping.Token);
            id = Generations.Next(id);
        }
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

    private RunTree TreeOf(RunId id) => new(client, journals, time, id, steps);
}
