using Yttl.Core.Failures;
using Yttl.Core.ModelWarmUp;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// Waits for a model server that was scaled to zero, with durable timers and not with failing calls. Asking wakes the
/// server; a GPU, an image and a model of gigabytes take minutes to start.
/// </summary>
internal static class ModelReadiness
{
    /// <summary>Counted from the first question. After that, the server counts as failed.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    /// <returns>Why it is not ready; null when it is.</returns>
    public static async Task<Failure?> AwaitAsync(WorkflowContext context, ModelRole role, RunDeadline time)
    {
        if (time.WhyUp() is { } up)
            return up;
        var first = context.Now;
        try
        {
            while (true)
            {
                var outcome = await context.CallAsync(Steps.AwaitModel, new AwaitModelRequest(role));
                if (outcome.RetryAfter is not { } wait)
                    return null;
                if (context.Now - first is var waited && waited >= Patience)
                    return NotReady(waited, outcome.Reason);
                if (time.WhyUp(wait) is { } outlasted)
                    return outlasted;
                await context.DelayAsync(wait);
            }
        }
        catch (StepFailedException e)
        {
            return e.Failure;
        }
    }

    private static Failure NotReady(TimeSpan waited, string? reason) => new(
        FailureCategory.Network,
        "model.not-ready",
        $"The model server did not come up within {waited.TotalMinutes:0} minutes ({reason ?? "it says no more"}): "
        + "look at its log, then ask again.");
}
