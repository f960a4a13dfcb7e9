using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>
/// Where the time of a run went, measured (see <see cref="PerformanceMeasure"/>); seconds to the millisecond. Of a run
/// that went on after it was stopped, the figures are those of its last sitting.
/// </summary>
/// <param name="ConcurrencyPeak">The most steps that were at work at once; one that waits for its turn is not.</param>
/// <param name="Tokens">Of all the summaries in the report, also of those that were remembered.</param>
/// <param name="Reused">Steps whose work was remembered, so that they were not run.</param>
public sealed record ReportPerformance(
    double TotalSeconds,
    IReadOnlyList<ReportPhase> Phases,
    int SegmentsProcessed,
    int ConcurrencyPeak,
    TokenUsage Tokens,
    int Reused = 0)
{
    /// <summary>How many steps were allowed at once, or the most that were where that was found out as it went.</summary>
    public int? Slots { get; init; }

    /// <summary>Of the time that all slots had, the part in which they were at work: 0 to 1.</summary>
    public double? ConcurrentEfficiency { get; init; }

    /// <summary>What the same work takes one piece after another: the measured times of all steps, without waits.</summary>
    public double? SequentialEquivalentSeconds { get; init; }

    /// <summary><see cref="SequentialEquivalentSeconds"/> ÷ the time from the first step's start to the last one's end.</summary>
    public double? Speedup { get; init; }

    /// <summary>What it would take at least, however many slots there were; see <see cref="CriticalPath"/>.</summary>
    public double? CriticalPathSeconds { get; init; }

    /// <summary>Of this process and its children, as the system counts it.</summary>
    public double? MemoryPeakMb { get; init; }

    /// <summary>Attempts that were not the first.</summary>
    public int Retries { get; init; }

    /// <summary>Attempts that failed, also those that were repeated with success.</summary>
    public IReadOnlyList<CallErrors> ErrorsByProvider { get; init => field = value ?? []; } = [];

    /// <summary>The same of all providers together.</summary>
    public IReadOnlyDictionary<FailureCategory, int> Errors => ErrorsByProvider
        .GroupBy(error => error.Category)
        .OrderBy(errors => errors.Key)
        .ToDictionary(errors => errors.Key, errors => errors.Sum(error => error.Count));

    /// <summary>All steps together, so that it may exceed the time of the run.</summary>
    public ReportWaits? Waits { get; init; }

    /// <summary>Of the calls of this sitting; null where any model's price is not known, or no model was called.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Of <see cref="Cost"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<ReportStep> Steps { get; init => field = value ?? []; } = [];

    /// <summary>Waits between two calls of a step that its provider asked for, in the order of their starts; they hold no slot.</summary>
    public IReadOnlyList<ReportDelay> Delays { get; init => field = value ?? []; } = [];

    /// <summary>Steps at work, at each change.</summary>
    public IReadOnlyList<ConcurrencyPoint> Concurrency { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MemorySample> Memory { get; init => field = value ?? []; } = [];

    /// <summary>Sittings of this run that were stopped before their report, in their order.</summary>
    public IReadOnlyList<ReportSession> EarlierSittings { get; init => field = value ?? []; } = [];
}

/// <param name="Seconds">How long at least one step of the phase was under way, or waited to be called again.</param>
public sealed record ReportPhase(string Name, double Seconds, int Calls)
{
    /// <summary>The measured times of all its steps, without waits.</summary>
    public double WorkSeconds { get; init; }

    public double WaitSeconds { get; init; }

    /// <summary>Steps that were not run because their work was remembered.</summary>
    public int Reused { get; init; }
}

/// <summary>Seconds in which steps did nothing, and why.</summary>
/// <param name="Queue">For their turn under a limit.</param>
/// <param name="RateLimit">Because the provider asked for fewer calls.</param>
/// <param name="BackOff">After a failed attempt.</param>
public sealed record ReportWaits(double Queue, double RateLimit, double BackOff);

/// <param name="Start">Counted from the start of the run, as is every time of it.</param>
/// <param name="Slot">The lowest that was free when it was first at work, from 0.</param>
/// <param name="Attempts">With those of its calls: 1 where nothing was repeated.</param>
public sealed record ReportStep(string Name, TimeSpan Start, TimeSpan End, int Slot, int Attempts, double WaitSeconds)
{
    /// <summary>When it was first at work; before that it waited for its turn.</summary>
    public TimeSpan AtWork { get; init; }

    /// <summary>When it did nothing after that.</summary>
    public IReadOnlyList<ReportWait> Waits { get; init => field = value ?? []; } = [];

    public bool Reused { get; init; }

    public FailureCategory? Failure { get; init; }

    /// <summary>When an attempt began that was not the first.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; init => field = value ?? []; } = [];
}

/// <param name="Start">Counted from the start of the run.</param>
public sealed record ReportWait(TimeSpan Start, TimeSpan End);

/// <param name="Name">Of the step that is called again afterwards.</param>
/// <param name="Start">Counted from the start of the run.</param>
public sealed record ReportDelay(string Name, TimeSpan Start, TimeSpan End);

/// <summary>A sitting that was stopped before its report.</summary>
public sealed record ReportSession(DateTimeOffset Started, double Seconds, int Steps, int Reused)
{
    public int Retries { get; init; }

    public TokenUsage Tokens { get; init; }

    public decimal? Cost { get; init; }

    public ReportWaits? Waits { get; init; }
}
