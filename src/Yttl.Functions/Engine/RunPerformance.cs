using Yttl.Core.Performance;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.Workflows;

namespace Yttl.Functions.Engine;

/// <summary>Where the time of a run went, from what its activities noted, on whatever instance of the app they ran.</summary>
internal sealed class RunPerformance(IRunJournal journal, TimeProvider time)
{
    /// <summary>Asked by the step that writes the report.</summary>
    /// <returns>Null where nothing is known of the run.</returns>
    public async Task<ReportPerformance?> MeasureAsync(ReportRequest request)
    {
        if (RunIdentity.Current is not { } run)
            return null;
        var sittings = await journal.ReadAsync(new RunId(run), CancellationToken.None);
        if (sittings is not [.., var last])
            return null;
        return PerformanceMeasure.Of(
            [last with { Elapsed = time.GetUtcNow() - last.Started }],
            DefaultPrices.Table,
            request.Segments.Count(segment => segment.Status is SummaryStatus.Ok or SummaryStatus.Fallback),
            request.Segments.Concat(request.HourSummaries).Append(request.Overall)
                .Aggregate(default(TokenUsage), (sum, part) => sum + part.Tokens));
    }
}
