using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Orchestration;

/// <summary>
/// How long a run may begin new work: from the moment its time is up, no call is started and no wait taken. It is told
/// by the workflow's own clock, so that a replay gets the same answers.
/// </summary>
/// <param name="limit">Null for no end.</param>
internal sealed class RunDeadline(WorkflowContext context, TimeSpan? limit)
{
    private readonly DateTimeOffset _start = limit is null ? default : context.Now;

    /// <param name="ahead">How long from now; zero for now.</param>
    /// <returns>Why nothing may begin then; null while something may.</returns>
    public Failure? WhyUp(TimeSpan ahead = default) =>
        limit is { } most && most - (context.Now - _start) <= ahead ? Up(most) : null;

    private static Failure Up(TimeSpan limit) => new(
        FailureCategory.Processing,
        "run.time-up",
        string.Create(
            CultureInfo.InvariantCulture,
            $"The {limit.TotalHours:0.##} hours that a run may take were up: run the same again, and only what is missing is done."));
}
