using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// How long a run may begin new work. Once its time is up, no call starts and no wait begins. The time is that of the
/// workflow's own clock, so that a replay gets the same answers.
/// </summary>
/// <param name="limit">Null for no limit.</param>
internal sealed class RunDeadline(WorkflowContext context, TimeSpan? limit)
{
    private readonly DateTimeOffset _start = limit is null ? default : context.Now;

    /// <param name="ahead">How long from now; zero for now.</param>
    /// <returns>Why no work may begin at that time; null where it may.</returns>
    public Failure? WhyUp(TimeSpan ahead = default) =>
        limit is { } most && most - (context.Now - _start) <= ahead ? Up(most) : null;

    private static Failure Up(TimeSpan limit) => new(
        FailureCategory.Processing,
        "run.time-up",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {limit.TotalHours:0.##} hours that a run may take were up: run the same again, and only what is missing is done."));
}
