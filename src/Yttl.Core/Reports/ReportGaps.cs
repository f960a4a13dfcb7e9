using Yttl.Core.Failures;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>
/// Finds what is not summarised as asked: speech that was not recognised, summaries that failed, and those of a
/// fallback.
/// </summary>
internal static class ReportGaps
{
    private static readonly Failure Unexplained =
        new(FailureCategory.Processing, "summary.unexplained", "No reason was given; run it again with -v to see more.");

    /// <summary>
    /// Returns speech that was not recognised, then segments in order, then hours, then the overall summary. A segment
    /// without any recognised speech is named only once.
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
