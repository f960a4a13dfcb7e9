using System.Collections.Concurrent;
using Yttl.Core.Providers;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;

namespace Yttl.LocalEngine.Engine;

/// <summary>When each step of a run started and ended, on one monotonic clock. Safe from any thread.</summary>
internal sealed class RunTimings(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly ConcurrentQueue<StepTiming> _steps = new();

    /// <summary>Since the run began.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    /// <summary>In order of their ends.</summary>
    public IReadOnlyCollection<StepTiming> Steps => _steps;

    /// <param name="reused">Its work was remembered, so that it was not run.</param>
    /// <param name="calls">What its calls went through; nothing where it was not run.</param>
    public void Add(string step, TimeSpan start, TimeSpan end, bool reused, CallTally calls) =>
        _steps.Enqueue(new StepTiming(step, start, end, reused, calls.Retries, calls.Errors));

    /// <summary>What a report can know of its own run: everything up to its rendering.</summary>
    public ReportPerformance Measure(ReportRequest request)
    {
        var steps = _steps.ToList();
        return new ReportPerformance(
            Seconds(Elapsed),
            [.. steps.GroupBy(step => step.Step).Select(Phase)],
            request.Segments.Count(segment => segment.Status is SummaryStatus.Ok or SummaryStatus.Fallback),
            Peak(steps),
            request.Segments.Concat(request.HourSummaries).Append(request.Overall)
                .Aggregate(default(TokenUsage), (sum, part) => sum + part.Tokens),
            steps.Count(step => step.Reused))
        {
            Retries = steps.Sum(step => step.Retries),
            ErrorsByProvider = Sum(steps.SelectMany(step => step.Errors)),
        };
    }

    private static List<CallErrors> Sum(IEnumerable<CallErrors> errors) =>
    [
        .. errors
            .GroupBy(error => (error.Provider, error.Category))
            .OrderBy(group => group.Key.Provider, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Category)
            .Select(group => new CallErrors(group.Key.Provider, group.Key.Category, group.Sum(error => error.Count))),
    ];

    private static ReportPhase Phase(IGrouping<string, StepTiming> steps) =>
        new(steps.Key, Seconds(steps.Max(step => step.End) - steps.Min(step => step.Start)), steps.Count());

    private static double Seconds(TimeSpan time) => Math.Round(time.TotalSeconds, 3);

    private static int Peak(List<StepTiming> steps)
    {
        var (running, peak) = (0, 0);
        // An end at the same instant as a start comes first: the two did not overlap.
        foreach (var (_, change) in steps.SelectMany(step => new[] { (step.Start, +1), (step.End, -1) }).Order())
            peak = Math.Max(peak, running += change);
        return peak;
    }
}

/// <summary>Times are counted from the start of the run.</summary>
internal sealed record StepTiming(
    string Step, TimeSpan Start, TimeSpan End, bool Reused, int Retries, IReadOnlyList<CallErrors> Errors);
