namespace Yttl.Core.Measuring;

/// <summary>
/// What one process, or one execution in Azure, did for a run. A run that was stopped and goes on later has several.
/// </summary>
/// <param name="Started">In UTC.</param>
public sealed record RunSession(DateTimeOffset Started)
{
    /// <summary>From its start to its report; null where it never came so far.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>How many steps were allowed at once, where that is a number and is not being found out.</summary>
    public int? Slots { get; init; }

    public IReadOnlyList<StepRecord> Steps { get; init => field = value ?? []; } = [];

    public IReadOnlyList<DelayRecord> Delays { get; init => field = value ?? []; } = [];

    public MemoryUse? Memory { get; init; }

    /// <summary>What it took until now, or until the last that is known of it.</summary>
    /// <remarks>A journal also knows the rendering of the report, which ends after <see cref="Elapsed"/>.</remarks>
    public TimeSpan Length =>
        Steps.Select(step => step.Start + step.Duration)
            .Concat(Delays.Select(delay => delay.Start + delay.Duration))
            .Select(end => end - Started)
            .Append(Elapsed ?? TimeSpan.Zero)
            .Max();
}
