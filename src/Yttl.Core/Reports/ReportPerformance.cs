using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>Where the time of a run went, from measured durations only.</summary>
/// <param name="ConcurrencyPeak">The most steps that ran at once.</param>
/// <param name="SequentialEquivalentSeconds">The sum of all steps' durations.</param>
/// <param name="Speedup"><paramref name="SequentialEquivalentSeconds"/> ÷ <paramref name="TotalSeconds"/>.</param>
public sealed record ReportPerformance(
    double TotalSeconds,
    IReadOnlyList<ReportPhase> Phases,
    int SegmentsProcessed,
    int ConcurrencyPeak,
    double SequentialEquivalentSeconds,
    double Speedup,
    TokenUsage Tokens);

/// <param name="Seconds">From the start of the phase's first step to the end of its last.</param>
public sealed record ReportPhase(string Name, double Seconds, int Calls);
