using System.Text.Json.Serialization;
using Yttl.Core.Failures;
using Yttl.Core.Measuring;

namespace Yttl.Core.Performance;

/// <summary>
/// Where the time of a run went, as measured (see <see cref="PerformanceMeasure"/>), in seconds to the millisecond. The
/// figures of a run that was stopped and continued are those of its last session.
/// </summary>
/// <param name="ConcurrencyPeak">
/// The most steps that were at work at once. A step that waits for its turn does not count.
/// </param>
/// <param name="Tokens">Of all summaries in the report, including remembered ones.</param>
/// <param name="Reused">Steps whose result was remembered, so that they did not run.</param>
public sealed record ReportPerformance(
    double TotalSeconds,
    IReadOnlyList<ReportPhase> Phases,
    int SegmentsProcessed,
    int ConcurrencyPeak,
    TokenUsage Tokens,
    int Reused = 0)
{
    /// <summary>
    /// How many steps were allowed at once; where the run found its limit as it went, the most that were at work.
    /// </summary>
    public int? Slots { get; init; }

    /// <summary>The share of all slots' time in which they were at work: 0 to 1.</summary>
    public double? ConcurrentEfficiency { get; init; }

    /// <summary>
    /// The time of the same work done one piece after another: the measured times of all steps, without waits.
    /// </summary>
    public double? SequentialEquivalentSeconds { get; init; }

    /// <summary>
    /// <see cref="SequentialEquivalentSeconds"/> ÷ the time from the first step's start to the last one's end.
    /// </summary>
    public double? Speedup { get; init; }

    /// <summary>The shortest possible time, with any number of slots; see <see cref="CriticalPath"/>.</summary>
    public double? CriticalPathSeconds { get; init; }

    /// <summary>The peak of this process and its children, as the system counts it.</summary>
    public double? MemoryPeakMb { get; init; }

    /// <summary>Repeated attempts.</summary>
    public int Retries { get; init; }

    /// <summary>Failed attempts, including those that were repeated with success.</summary>
    public IReadOnlyList<CallErrors> ErrorsByProvider { get; init => field = value ?? []; } = [];

    /// <summary>The same, of all providers together.</summary>
    public IReadOnlyDictionary<FailureCategory, int> Errors => ErrorsByProvider
        .GroupBy(error => error.Category)
        .OrderBy(errors => errors.Key)
        .ToDictionary(errors => errors.Key, errors => errors.Sum(error => error.Count));

    /// <summary>The waits of all steps together, which may exceed the time of the run.</summary>
    public ReportWaits? Waits { get; init; }

    /// <summary>
    /// The cost of the calls of this session; null where the price of any model is unknown, or no model was called.
    /// </summary>
    public decimal? Cost { get; init; }

    /// <summary>The currency of <see cref="Cost"/>.</summary>
    public string? Currency { get; init; }

    /// <summary>What the summaries were expected to take; null where no model was to write them.</summary>
    public Prediction? Predicted { get; init; }

    /// <summary>In the order of their starts.</summary>
    public IReadOnlyList<ReportStep> Steps { get; init => field = value ?? []; } = [];

    /// <summary>
    /// Waits between two calls of a step that its provider asked for, in the order of their starts. They hold no slot.
    /// </summary>
    public IReadOnlyList<ReportDelay> Delays { get; init => field = value ?? []; } = [];

    /// <summary>The number of steps at work, at each change.</summary>
    public IReadOnlyList<ConcurrencyPoint> Concurrency { get; init => field = value ?? []; } = [];

    public IReadOnlyList<MemorySample> Memory { get; init => field = value ?? []; } = [];

    /// <summary>Sessions of this run that were stopped before their report, in their order.</summary>
    // The name in the reports of earlier versions.
    [JsonPropertyName("earlierSittings")]
    public IReadOnlyList<ReportSession> EarlierSessions { get; init => field = value ?? []; } = [];
}

/// <param name="Seconds">The time in which at least one step of the phase ran, or waited to be called again.</param>
public sealed record ReportPhase(string Name, double Seconds, int Calls)
{
    /// <summary>The measured times of all its steps, without waits.</summary>
    public double WorkSeconds { get; init; }

    public double WaitSeconds { get; init; }

    /// <summary>Steps that did not run because their result was remembered.</summary>
    public int Reused { get; init; }
}

/// <summary>The seconds in which steps waited, by reason.</summary>
/// <param name="Queue">For their turn under a limit.</param>
/// <param name="RateLimit">Because the provider asked for fewer calls.</param>
/// <param name="BackOff">After a failed attempt.</param>
public sealed record ReportWaits(double Queue, double RateLimit, double BackOff);

/// <param name="Start">Counted from the start of the run, as are all its times.</param>
/// <param name="Slot">The lowest slot that was free when the step first worked, from 0.</param>
/// <param name="Attempts">With the attempts of its calls; 1 where nothing was repeated.</param>
public sealed record ReportStep(string Name, TimeSpan Start, TimeSpan End, int Slot, int Attempts, double WaitSeconds)
{
    /// <summary>When it first worked. Before that it waited for its turn.</summary>
    public TimeSpan AtWork { get; init; }

    /// <summary>Its waits after that.</summary>
    public IReadOnlyList<ReportWait> Waits { get; init => field = value ?? []; } = [];

    public bool Reused { get; init; }

    public FailureCategory? Failure { get; init; }

    /// <summary>The starts of all attempts but the first.</summary>
    public IReadOnlyList<TimeSpan> Retries { get; init => field = value ?? []; } = [];
}

/// <param name="Start">Counted from the start of the run.</param>
public sealed record ReportWait(TimeSpan Start, TimeSpan End);

/// <param name="Name">The name of the step that is called again after the wait.</param>
/// <param name="Start">Counted from the start of the run.</param>
public sealed record ReportDelay(string Name, TimeSpan Start, TimeSpan End);

/// <summary>A session that was stopped before its report.</summary>
public sealed record ReportSession(DateTimeOffset Started, double Seconds, int Steps, int Reused)
{
    public int Retries { get; init; }

    public TokenUsage Tokens { get; init; }

    public decimal? Cost { get; init; }

    public ReportWaits? Waits { get; init; }
}
