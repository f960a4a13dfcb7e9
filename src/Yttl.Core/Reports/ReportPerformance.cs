using Yttl.Core.Failures;
using Yttl.Core.Providers;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>Where the time of a run went, measured; seconds to the millisecond.</summary>
/// <param name="ConcurrencyPeak">The most steps that ran at once.</param>
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
    /// <summary>Attempts of calls that were not the first.</summary>
    public int Retries { get; init; }

    /// <summary>Attempts that failed, also those that were repeated with success.</summary>
    public IReadOnlyList<CallErrors> ErrorsByProvider { get; init => field = value ?? []; } = [];

    /// <summary>The same of all providers together.</summary>
    public IReadOnlyDictionary<FailureCategory, int> Errors => ErrorsByProvider
        .GroupBy(error => error.Category)
        .OrderBy(errors => errors.Key)
        .ToDictionary(errors => errors.Key, errors => errors.Sum(error => error.Count));
}

/// <param name="Seconds">From the start of the phase's first step to the end of its last.</param>
public sealed record ReportPhase(string Name, double Seconds, int Calls);
