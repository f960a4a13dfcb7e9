using Yttl.Core.Failures;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>Finds what is not summarised as asked: what was not heard, what failed, and what a stand-in wrote.</summary>
internal static class ReportGaps
{
    private static readonly Failure Unexplained =
        new(FailureCategory.Processing, "summary.unexplained", "No reason was given; run it again with -v to see more.");

    /// <summary>
    /// What was not heard, then segments in order, then hours, then the overall summary. A segment of which nothing was
    /// heard is not named twice.
    /// </summary>
    public static List<ReportGap> Find(ReportParts parts) =>
    [
        .. (parts.Transcript.Coverage?.Gaps ?? []).Select(
            gap => new ReportGap(gap.Start, gap.End, gap.Stage, gap.Failure.Category, gap.Failure.Message)),
        .. parts.Hours.SelectMany(hour => hour.Segments)
            .Where(segment => segment.Missing is null)
            .SelectMany(segment => Gap(segment.Start, segment.End, "segment", parts.Segments[segment.Index])),
        .. parts.Hours.SelectMany((hour, i) => Gap(hour.Start, hour.End, "hour", parts.HourSummaries[i])),
        .. Gap(
            parts.Hours is [var first, ..] ? first.Start : TimeSpan.Zero,
            parts.Hours is [.., var last] ? last.End : TimeSpan.Zero,
            "overall",
            parts.Overall),
    ];

    private static IEnumerable<ReportGap> Gap(TimeSpan start, TimeSpan end, string stage, SummarizedPart part)
    {
        if (part.Status is not (SummaryStatus.Failed or SummaryStatus.Fallback))
            yield break;
        var failure = part.Failure ?? Unexplained;
        yield return new ReportGap(start, end, stage, failure.Category, failure.Message);
    }
}
