using Microsoft.DurableTask;

namespace Yttl.Functions.Engine;

/// <summary>
/// What a step throws is repeated while it says that this may help. The waits are durable timers and add up to three
/// minutes; a model server that was scaled to zero is waited for before it is called (<c>await-model</c>).
/// </summary>
internal static class StepRetries
{
    public const int Attempts = 5;

    public static TaskOptions Options { get; } = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: Attempts,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 3,
        maxRetryInterval: TimeSpan.FromMinutes(2))
    {
        HandleFailure = MayHelp,
    });

    /// <summary>
    /// A failure that carries no word of its own is a lost worker or a defect; the first is worth repeating, and of the
    /// second there are few.
    /// </summary>
    private static bool MayHelp(TaskFailureDetails details) => StepErrors.Read(details)?.Transient ?? true;
}
