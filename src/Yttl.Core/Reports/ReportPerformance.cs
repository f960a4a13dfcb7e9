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
    int Reused = 0);

/// <param name="Seconds">From the start of the phase's first step to the end of its last.</param>
public sealed record ReportPhase(string Name, double Seconds, int Calls);
