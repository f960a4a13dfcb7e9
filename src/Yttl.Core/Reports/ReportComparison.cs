using System.Globalization;
using Yttl.Core.Time;

namespace Yttl.Core.Reports;

/// <summary>Compares two reports of one source: a parallel run has to give the same as a sequential one.</summary>
public static class ReportComparison
{
    /// <summary>
    /// Returns what differs: the transcript and its coverage, hours, segments, their order, times, links and states,
    /// what was removed, and the gaps. Measured times and notes are not compared.
    /// </summary>
    /// <param name="withText">
    /// Compares the texts of the summaries too. Use it only with a model whose output is always the same.
    /// </param>
    /// <returns>One line each; empty where the reports are the same.</returns>
    public static IReadOnlyList<string> Differences(Report one, Report other, bool withText) =>
    [
        .. Difference("the state", one.Status, other.Status),
        .. Difference("the transcript's language", one.Transcript.Language, other.Transcript.Language),
        .. Difference("the seconds of speech", one.Transcript.SpeechSeconds, other.Transcript.SpeechSeconds),
        .. Difference("the seconds covered", one.Transcript.CoveredSeconds, other.Transcript.CoveredSeconds),
        .. Lists("cue", one.Transcript.Cues, other.Transcript.Cues, cue => cue.ToString()),
        .. Lists("hour", one.Hours, other.Hours, hour => Part(hour.Start, hour.End, hour.Status, hour.Summary, withText)),
        .. Lists("segment", Segments(one), Segments(other), segment =>
            $"{Part(segment.Start, segment.End, segment.Status, segment.Summary, withText)} {segment.Url?.AbsoluteUri} {segment.Failure}"),
        .. Difference("the overall state", one.Overall.Status, other.Overall.Status),
        .. withText ? Difference("the overall summary", one.Overall.Summary, other.Overall.Summary) : [],
        .. Lists("removed range", one.Removed, other.Removed, range => range.ToString()),
        .. Lists("gap", one.Gaps, other.Gaps, gap => gap.ToString()),
    ];

    private static List<ReportSegment> Segments(Report report) => [.. report.Hours.SelectMany(hour => hour.Segments)];

    private static string Part(TimeSpan start, TimeSpan end, Summaries.SummaryStatus status, string text, bool withText) =>
        $"{new TimeRange(start, end)} {status}{(withText ? $" {text}" : "")}";

    private static IEnumerable<string> Difference<T>(string what, T one, T other)
    {
        if (!EqualityComparer<T>.Default.Equals(one, other))
            yield return string.Create(CultureInfo.InvariantCulture, $"{what} is {one} in one and {other} in the other");
    }

    private static IEnumerable<string> Lists<T>(
        string what, IReadOnlyList<T> one, IReadOnlyList<T> other, Func<T, string> text)
    {
        if (one.Count != other.Count)
            return [string.Create(CultureInfo.InvariantCulture, $"there are {one.Count} {what}s in one and {other.Count} in the other")];
        return one.Zip(other).Index()
            .Where(pair => text(pair.Item.First) != text(pair.Item.Second))
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{what} {pair.Index + 1} is not the same"));
    }
}
