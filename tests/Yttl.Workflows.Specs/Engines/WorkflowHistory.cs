using Yttl.Workflows.Seam;

namespace Yttl.Workflows.Specs.Engines;

/// <summary>What a run has asked for and what has come back, in order: all that a replaying engine keeps.</summary>
internal sealed class WorkflowHistory
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<ScheduledCall> Scheduled { get; } = [];

    public List<Completion> Completions { get; } = [];

    public IEnumerable<ScheduledCall> Pending() =>
        Scheduled.Where(call => Completions.All(completion => completion.CallIndex != call.Index));

    public DateTimeOffset TimeAfter(int completions) =>
        completions == 0 ? Start : Completions[completions - 1].Time;
}

/// <param name="Index">Counts the run's calls, from 0.</param>
/// <param name="Target">What was called, for comparison: kind and name.</param>
/// <param name="Input">As JSON.</param>
/// <param name="AfterCompletions">How much history the code had seen when it made the call.</param>
/// <param name="PerformAsync">Does the work, once, and returns its result as JSON.</param>
internal sealed record ScheduledCall(
    int Index, string Target, string Input, int AfterCompletions, Func<Task<string>> PerformAsync, TimeSpan Takes)
{
    public bool Repeats(ScheduledCall other) =>
        (Index, Target, Input, AfterCompletions) == (other.Index, other.Target, other.Input, other.AfterCompletions);

    public override string ToString() => $"{Target}({Input}) after {AfterCompletions} completions";
}

/// <param name="Failure">Set when the call failed for good; <paramref name="Result"/> is then null.</param>
internal sealed record Completion(int CallIndex, string? Result, StepFailedException? Failure, DateTimeOffset Time);
