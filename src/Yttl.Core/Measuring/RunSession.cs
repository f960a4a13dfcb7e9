namespace Yttl.Core.Measuring;

/// <summary>
/// The part of a run in one process, or in one execution in Azure. A run that was stopped and continued has several
/// sessions.
/// </summary>
/// <param name="Started">In UTC.</param>
public sealed record RunSession(DateTimeOffset Started)
{
    /// <summary>From its start to its report; null where it ended without one.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>How many steps were allowed at once; null where the run found its limit as it went.</summary>
    public int? Slots { get; init; }

    public IReadOnlyList<StepRecord> Steps { get; init => field = value ?? []; } = [];

    public IReadOnlyList<DelayRecord> Delays { get; init => field = value ?? []; } = [];

    public MemoryUse? Memory { get; init; }

    /// <summary>The time until now, or until the last record of the session.</summary>
    /// <remarks>A journal also holds the rendering of the report, which ends after <see cref="Elapsed"/>.</remarks>
    public TimeSpan Length =>
        Steps.Select(step => step.Start + step.Duration)
            .Concat(Delays.Select(delay => delay.Start + delay.Duration))
            .Select(end => end - Started)
            .Append(Elapsed ?? TimeSpan.Zero)
            .Max();
}
