using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>What one step went through. Every figure of a run's performance is made from these records.</summary>
/// <param name="Start">In UTC. The differences between steps of one process come from its monotonic clock.</param>
/// <param name="Duration">From a monotonic clock.</param>
public sealed record StepRecord(string Name, DateTimeOffset Start, TimeSpan Duration)
{
    /// <summary>Whether a workflow runs several steps of this kind at a time. Any other step runs alone.</summary>
    public bool SideBySide { get; init; }

    /// <summary>Whether its result was remembered, so that it did not run.</summary>
    public bool Reused { get; init; }

    /// <summary>How often the engine ran it; 0 where its result was reused.</summary>
    public int Attempts { get; init; }

    /// <summary>Repeated calls whose attempts are not in <see cref="Calls"/>.</summary>
    public int Repeats { get; init; }

    /// <summary>Why it failed; null where it succeeded.</summary>
    public FailureCategory? Failure { get; init; }

    /// <summary>Waits between its own attempts, counted from its start.</summary>
    public IReadOnlyList<WaitRecord> Waits { get; init => field = value ?? []; } = [];

    public IReadOnlyList<CallRecord> Calls { get; init => field = value ?? []; } = [];

    /// <summary>The content that its input refers to; see <see cref="ContentNames"/>.</summary>
    public IReadOnlyList<string> Needs { get; init => field = value ?? []; } = [];

    /// <summary>The content that its outcome refers to.</summary>
    public IReadOnlyList<string> Makes { get; init => field = value ?? []; } = [];
}
