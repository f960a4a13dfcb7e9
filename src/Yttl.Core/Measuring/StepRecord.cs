using Yttl.Core.Failures;

namespace Yttl.Core.Measuring;

/// <summary>What one step went through: what every figure of a run's performance is made from.</summary>
/// <param name="Start">In UTC. Steps of one process are apart by what its monotonic clock says.</param>
/// <param name="Duration">By a monotonic clock.</param>
public sealed record StepRecord(string Name, DateTimeOffset Start, TimeSpan Duration)
{
    /// <summary>Its kind runs several at a time; what is of no such kind runs alone.</summary>
    public bool SideBySide { get; init; }

    /// <summary>Its work was remembered, so that it was not run.</summary>
    public bool Reused { get; init; }

    /// <summary>How often the engine ran it; 0 where it was reused.</summary>
    public int Attempts { get; init; }

    /// <summary>How often it repeated calls that are not among <see cref="Calls"/> by attempt.</summary>
    public int Repeats { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public FailureCategory? Failure { get; init; }

    /// <summary>Between its own attempts, counted from its start.</summary>
    public IReadOnlyList<WaitRecord> Waits { get; init => field = value ?? []; } = [];

    public IReadOnlyList<CallRecord> Calls { get; init => field = value ?? []; } = [];

    /// <summary>The content that its input points at; see <see cref="ContentNames"/>.</summary>
    public IReadOnlyList<string> Needs { get; init => field = value ?? []; } = [];

    /// <summary>The content that its outcome points at.</summary>
    public IReadOnlyList<string> Makes { get; init => field = value ?? []; } = [];
}
