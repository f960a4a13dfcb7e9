using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Core.Settings;
using Yttl.Functions.Logging;
using Yttl.Functions.Storage;
using Yttl.Workflows.Seam;

namespace Yttl.Functions.Engine;

/// <summary>Deletes runs that ended long ago. The storage account expires the content that they made.</summary>
internal sealed class PurgeTimer(
    Configuration settings, IJournalStore journals, TimeProvider time, ILogger<PurgeTimer> logger)
{
    /// <summary>Earlier than any run: not every backend accepts a filter without a beginning.</summary>
    private static readonly DateTimeOffset Always = DateTimeOffset.UnixEpoch;

    [Function("PurgeTimer")]
    public async Task RunAsync(
        [TimerTrigger("%YTTL_PURGE_SCHEDULE%")] TimerInfo timer,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellationToken)
    {
        OrchestrationRuntimeStatus[] over =
            [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];
        var before = time.GetUtcNow() - settings.Get(AzureSettingTable.KeepRuns);
        // Journals first: once an instance is gone, its journal can no longer be found.
        await foreach (var run in client.GetAllInstancesAsync(new OrchestrationQuery(Always, before, over))
            .WithCancellation(cancellationToken))
            await journals.DeleteAsync(new RunId(run.InstanceId), cancellationToken);
        var purged = await client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(Always, before, over), cancellationToken);
        Log.Purged(logger, purged.PurgedInstanceCount, timer.IsPastDue);
    }
}
