#pragma warning disable IDE0060 // A trigger is a parameter, whether or not it is read.
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Core.Settings;
using Yttl.Functions.Http;
using Yttl.Functions.Logging;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Timers;

/// <summary>Continues the runs that the version of the app before this one started (<see cref="SupersededRuns"/>).</summary>
internal sealed class ContinueTimer(Configuration settings, TimeProvider time, ILogger<ContinueTimer> logger)
{
    /// <summary>
    /// Steps that are under way when their run fails still end, and their results are remembered. A call through a
    /// container ingress takes no longer than this, so that no call is made twice.
    /// </summary>
    internal static readonly TimeSpan Settled = TimeSpan.FromMinutes(4);

    [Function("ContinueTimer")]
    public async Task RunAsync(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        var (now, kept) = (time.GetUtcNow(), settings.Get(AzureSettingTable.KeepRuns));
        // The query knows only when a run was created, which may be days before its end.
        var failed = new OrchestrationQuery(RunTree.Always, Statuses: [OrchestrationRuntimeStatus.Failed]);
        await foreach (var run in client.GetAllInstancesAsync(failed).WithCancellation(cancellationToken))
            if (now - run.LastUpdatedAt is var since && since >= Settled && since <= kept)
                await ContinueAsync(client, run.InstanceId, cancellationToken);
    }

    private async Task ContinueAsync(DurableTaskClient client, string id, CancellationToken cancellationToken)
    {
        try
        {
            if (await SupersededRuns.ContinueAsync(client, new RunId(id), cancellationToken) is { } next)
                Log.Continued(logger, id, next.Value);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The others are continued meanwhile, and this one is tried again by the next timer.
            Log.NotContinued(logger, id, e.Message);
        }
    }
}
