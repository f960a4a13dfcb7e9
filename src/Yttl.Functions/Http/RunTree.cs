using Microsoft.DurableTask.Client;
using Yttl.Functions.Engine;
using Yttl.Functions.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Http;

/// <summary>
/// A run and all runs below it, found by their ids (<c>ID:…</c>). Each gets its own calls, because the Durable Functions
/// extension ignores <c>Recursive</c> in the calls of a worker.
/// </summary>
/// <param name="steps">Those of this process; null where it runs none.</param>
internal sealed class RunTree(
    DurableTaskClient client, IJournalStore journals, TimeProvider time, RunId root, StepCancellation? steps = null)
{
    /// <summary>
    /// The most time that runs get to end. They end within seconds, as a run that is stopped waits for none of its steps.
    /// </summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// How often in a row nothing is found before all are stopped. A run that its parent has just started has no
    /// instance yet.
    /// </summary>
    private const int QuietLooks = 3;

    private const int DeletionsAtOnce = 8;

    /// <summary>Earlier than any run: not every backend accepts a filter without a beginning.</summary>
    internal static readonly DateTimeOffset Always = DateTimeOffset.UnixEpoch;

    private static readonly OrchestrationRuntimeStatus[] Unfinished =
    [
        OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended,
    ];

    /// <summary>Stops all runs, those included that are started meanwhile, and waits until they are over.</summary>
    /// <returns>False where some were told to stop and are not over in time.</returns>
    public async Task<bool> StopAsync(CancellationToken cancellationToken)
    {
        var (began, told, quiet) = (time.GetTimestamp(), new HashSet<string>(StringComparer.Ordinal), 0);
        while (true)
        {
            var running = await FindAsync(Unfinished, cancellationToken);
            foreach (var id in running.Where(told.Add))
                await StopAsync(id, cancellationToken);
            // The runs are told first, so that none of them goes on from a step that was cancelled.
            if (steps is not null)
                await steps.CancelAsync(told);
            quiet = running is [] ? quiet + 1 : 0;
            if (quiet == QuietLooks)
                return true;
            if (time.GetElapsedTime(began) > Patience)
                return false;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    /// <summary>
    /// Stops what still runs and deletes all runs with their journals: the journals first and the root last, so that no
    /// other run begins under its id meanwhile, and a deletion that is cut off can be repeated.
    /// </summary>
    /// <returns>False where some run is not over in time: nothing is deleted.</returns>
    public async Task<bool> DeleteAsync(CancellationToken cancellationToken)
    {
        if ((await FindAsync(Unfinished, cancellationToken)).Count > 0 && !await StopAsync(cancellationToken))
            return false;
        await journals.DeleteAsync(root, cancellationToken);
        var below = (await FindAsync(statuses: null, cancellationToken)).Where(id => id != root.Value);
        await Parallel.ForEachAsync(
            below,
            new ParallelOptions { MaxDegreeOfParallelism = DeletionsAtOnce, CancellationToken = cancellationToken },
            async (id, token) => await client.PurgeInstanceAsync(id, cancellation: token));
        await client.PurgeInstanceAsync(root.Value, cancellation: cancellationToken);
        return true;
    }

    /// <param name="statuses">Null for all.</param>
    /// <returns>The ids of the root and of the runs below it that have one of these statuses.</returns>
    private async Task<List<string>> FindAsync(
        IReadOnlyList<OrchestrationRuntimeStatus>? statuses, CancellationToken cancellationToken)
    {
        var ids = new List<string>();
        var alike = new OrchestrationQuery(Always, Statuses: statuses, InstanceIdPrefix: root.Value);
        await foreach (var run in client.GetAllInstancesAsync(alike).WithCancellation(cancellationToken))
            if (run.InstanceId == root.Value || run.InstanceId.StartsWith(root.PrefixBelow, StringComparison.Ordinal))
                ids.Add(run.InstanceId);
        return ids;
    }

    private async Task StopAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await client.TerminateInstanceAsync(id, cancellation: cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A backend may refuse to stop a run that has ended meanwhile, each with another exception.
            if (await client.GetInstanceAsync(id, getInputsAndOutputs: false, cancellationToken) is { IsCompleted: false })
                throw;
        }
    }
}
