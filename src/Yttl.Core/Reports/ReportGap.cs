using Yttl.Core.Failures;
using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>A part of the video that is missing from the report. It is always shown.</summary>
/// <param name="Stage">
/// The stage that failed: <c>audio</c>, <c>transcription</c>, <c>segment</c>, <c>hour</c>, <c>overall</c>.
/// </param>
public sealed record ReportGap(TimeSpan Start, TimeSpan End, string Stage, FailureCategory Category, string Message)
{
    private static readonly Failure Unexplained =
        new(FailureCategory.Processing, "summary.unexplained", "No reason was given; run it again with -v to see more.");

    /// <summary>
    /// Finds what is missing: speech that was not recognised, then summaries that failed, of segments in order, of hours,
    /// and the overall one. A segment without any recognised speech is named only once. A summary of the fallback is
    /// there, so it is no gap.
    /// </summary>
    internal static List<ReportGap> Find(ReportParts parts) =>
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
        if (part.Status is not SummaryStatus.Failed)
            yield break;
        var failure = part.Failure ?? Unexplained;
        yield return new ReportGap(start, end, stage, failure.Category, failure.Message);
    }
}
