namespace Yttl.Core.Measuring;

/// <summary>One line of a run's journal: a sitting begins, a step or a wait of it has ended, or it has come to its report.</summary>
public sealed record JournalLine
{
    /// <summary>When the sitting began; null where a run has only one, and nobody notes its beginning.</summary>
    public DateTimeOffset? Sitting { get; init; }

    /// <summary>As <see cref="RunSession.Slots"/>; in the line that begins a sitting.</summary>
    public int? Slots { get; init; }

    public StepRecord? Step { get; init; }

    public DelayRecord? Delay { get; init; }

    /// <summary>As <see cref="RunSession.Elapsed"/>; in the line that ends a sitting.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>In the line that ends a sitting.</summary>
    public MemoryUse? Memory { get; init; }
}
