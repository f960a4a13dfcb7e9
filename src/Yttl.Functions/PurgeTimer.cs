using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Functions.Hosting;

namespace Yttl.Functions;

/// <summary>Forgets runs that have been over for long. What they made is the storage account's to expire.</summary>
internal sealed class PurgeTimer(AppSettings settings, TimeProvider time, ILogger<PurgeTimer> logger)
{
    /// <summary>Before any run: not every backend takes a filter without a beginning.</summary>
    private static readonly DateTimeOffset Always = DateTimeOffset.UnixEpoch;

    [Function("PurgeTimer")]
    public async Task RunAsync(
        [TimerTrigger("%YTTL_PURGE_SCHEDULE%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        OrchestrationRuntimeStatus[] over =
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];
        var purged = await client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(Always, time.GetUtcNow() - settings.KeepRuns, over), cancellationToken);
        Log.Purged(logger, purged.PurgedInstanceCount, timer.IsPastDue);
    }
}
