using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.Workflows;

namespace Yttl.Functions.Engine;

/// <summary>Where the time of a run went, from what its activities noted, on whatever instance of the app they ran.</summary>
internal sealed class RunPerformance(IRunJournal journal, TimeProvider time)
{
    /// <summary>By which the clocks of two instances of the app may be apart.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);

    /// <summary>Asked by the step that writes the report.</summary>
    /// <returns>Null where nothing is known of the run.</returns>
    public async Task<ReportPerformance?> MeasureAsync(ReportRequest request)
    {
        if (RunIdentity.Current is not { } run)
            return null;
        var sittings = await journal.ReadAsync(new RunId(run), CancellationToken.None);
        if (sittings is not [.., var last])
            return null;
        List<StepRecord> steps = [.. last.Steps.Where(step => IsOfThisRun(step.Start))];
        if (steps is [])
            return null;
        var started = steps.Min(step => step.Start);
        return PerformanceMeasure.Of(
            [
                last with
                {
                    Started = started,
                    Elapsed = time.GetUtcNow() - started,
                    Steps = steps,
                    Delays = [.. last.Delays.Where(delay => IsOfThisRun(delay.Start))],
                },
            ],
            DefaultPrices.Table,
            request.Segments.Count(segment => segment.Status is SummaryStatus.Ok or SummaryStatus.Fallback),
            request.Segments.Concat(request.HourSummaries).Append(request.Overall)
                .Aggregate(default(TokenUsage), (sum, part) => sum + part.Tokens));

        // An earlier run of this id may have left its own there, should its journal have outlived it.
        bool IsOfThisRun(DateTimeOffset start) => start + Skew >= request.Started;
    }
}
