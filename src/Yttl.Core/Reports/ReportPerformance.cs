using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>Where the time of a run went, measured; seconds to the millisecond.</summary>
/// <param name="ConcurrencyPeak">The most steps that ran at once.</param>
public sealed record ReportPerformance(
    double TotalSeconds,
    IReadOnlyList<ReportPhase> Phases,
    int SegmentsProcessed,
    int ConcurrencyPeak,
    TokenUsage Tokens);

/// <param name="Seconds">From the start of the phase's first step to the end of its last.</param>
public sealed record ReportPhase(string Name, double Seconds, int Calls);
