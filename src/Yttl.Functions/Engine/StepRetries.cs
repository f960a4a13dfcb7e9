using Microsoft.DurableTask;

namespace Yttl.Functions.Engine;

/// <summary>
/// Repeats a step while its failure says that this may help. The waits are durable timers of three minutes in all. A
/// model server that was scaled to zero is waited for before it is called (<c>await-model</c>).
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
    /// A failure without its own text is a lost worker or a defect. A lost worker is worth a repeat; defects are few. A
    /// step that took longer than the host allows would do so again.
    /// </summary>
    public static bool MayHelp(TaskFailureDetails details) =>
        StepErrors.Read(details)?.Transient ?? !StepErrors.IsHostTimeout(details);
}
