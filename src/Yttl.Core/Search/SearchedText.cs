using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Text;

namespace Yttl.Core.Search;

/// <summary>
/// A text in which all words of a match stand: a title, one summary by its paragraphs and list items, or a transcript by
/// its cues. The page of a report searches the same texts.
/// </summary>
public sealed record SearchedText(SearchPlace Place, IReadOnlyList<Cue> Lines)
{
    /// <summary>Summaries come by the size of what they summarise; one that repeats another is left out.</summary>
    public static IReadOnlyList<SearchedText> From(Report report)
    {
        var summaries = report.Hours
            .SelectMany(hour => hour.Segments.Select(segment => (segment.Start, segment.Summary)).Prepend((hour.Start, hour.Summary)))
            .Prepend((Start: TimeSpan.Zero, report.Overall.Summary))
            .Select(summary => (summary.Start, Lines: Prose.Lines(summary.Summary).ToList()))
            .Where(summary => summary.Lines.Count > 0)
            .DistinctBy(summary => string.Join('\n', summary.Lines))
            .Select(summary => new SearchedText(
                SearchPlace.Summary, [.. summary.Lines.Select(line => Line(summary.Start, line))]));
        return
        [
            new(SearchPlace.Title, [Line(TimeSpan.Zero, report.Video.Title)]),
            .. summaries,
            new(SearchPlace.Transcript, [.. report.Transcript.Cues.Select(cue => Line(cue.Start, cue.Text))]),
        ];
    }

    private static Cue Line(TimeSpan start, string text) => new(start, start, PlainText.Fold(text));
}
