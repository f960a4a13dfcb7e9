using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Core.Settings;
using Yttl.Functions.Http;
using Yttl.Functions.Logging;
using Yttl.Functions.Settings;
using Yttl.Functions.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Timers;

/// <summary>
/// Deletes runs that ended long ago, the oldest first, each with the runs below it and their journals. The storage
/// account expires the content that they made.
/// </summary>
/// <remarks>
/// The engine's own purge is one call for all runs, which fails after 100 seconds: the time-out of the client's calls.
/// Here no call is for more than a page of runs or for one run.
/// </remarks>
internal sealed class PurgeTimer(
    Configuration settings, IJournalStore journals, TimeProvider time, StepTimeLimit limit, ILogger<PurgeTimer> logger)
{
    /// <summary>
    /// After this time no other deletion begins, or earlier where the host ends a function earlier; the next timer goes
    /// on from there.
    /// </summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly OrchestrationRuntimeStatus[] Over =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    [Function("PurgeTimer")]
    public async Task RunAsync(
        [TimerTrigger("%YTTL_PURGE_SCHEDULE%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var (began, deleted) = (time.GetTimestamp(), 0);
        var longest = limit.ForPart(Longest);
        var runs = await FindAsync(client, cancellationToken);
        foreach (var run in runs.TakeWhile(_ => time.GetElapsedTime(began) < longest))
            if (await DeleteAsync(client, run, cancellationToken))
                deleted++;
        Log.Purged(logger, deleted, runs.Count - deleted, timer.IsPastDue);
    }

    /// <returns>
    /// The runs that are over for longer than runs are kept, and have no run above them: those below are deleted with
    /// them. A run whose root is gone counts as one.
    /// </returns>
    private async Task<List<RunId>> FindAsync(DurableTaskClient client, CancellationToken cancellationToken)
    {
        var old = new List<(DateTimeOffset Created, RunId Run)>();
        var before = time.GetUtcNow() - settings.Get(AzureSettingTable.KeepRuns);
        // The query knows only when a run was created, which may be days before its end.
        await foreach (var run in client.GetAllInstancesAsync(new OrchestrationQuery(RunTree.Always, before, Over))
            .Where(run => run.LastUpdatedAt < before).WithCancellation(cancellationToken))
            old.Add((run.CreatedAt, new RunId(run.InstanceId)));

        var found = old.OrderBy(run => run.Created).Select(run => run.Run).GroupBy(run => run.Root).ToList();
        var deletable = new List<RunId>();
        foreach (var tree in found)
        {
            if (tree.Contains(tree.Key))
                deletable.Add(tree.Key);
            else if (await client.GetInstanceAsync(tree.Key.Value, getInputsAndOutputs: false, cancellationToken) is null)
                deletable.AddRange(tree);
        }

        return deletable;
    }

    private async Task<bool> DeleteAsync(DurableTaskClient client, RunId run, CancellationToken cancellationToken)
    {
        try
        {
            return await new RunTree(client, journals, time, run).DeleteAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The others are deleted all the same, and this one is tried again by the next timer.
            Log.NotPurged(logger, run.Value, e.Message);
            return false;
        }
    }
}
