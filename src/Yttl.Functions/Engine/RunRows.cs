using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Yttl.Functions.Logging;

namespace Yttl.Functions.Engine;

/// <summary>What the engine has stored of a run.</summary>
internal enum RunRow
{
    Unread,
    None,
    Terminated,
    Failed,
    Other,
}

/// <summary>Reads the row of a run, without its input and output.</summary>
internal sealed class RunRows(ILogger logger)
{
    /// <returns><see cref="RunRow.Unread"/> where the read fails, which is logged.</returns>
    public async Task<RunRow> LookAsync(DurableTaskClient client, string run, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetInstanceAsync(run, getInputsAndOutputs: false, cancellationToken) switch
            {
                null => RunRow.None,
                { RuntimeStatus: OrchestrationRuntimeStatus.Terminated } => RunRow.Terminated,
                { RuntimeStatus: OrchestrationRuntimeStatus.Failed } => RunRow.Failed,
                _ => RunRow.Other,
            };
        }
        catch (Exception e)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Log.NotWatched(logger, run, e.Message);
            return RunRow.Unread;
        }
    }
}
