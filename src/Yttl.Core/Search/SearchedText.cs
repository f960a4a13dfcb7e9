using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.Core.Text;

namespace Yttl.Core.Search;

/// <summary>
/// A text in which all words of a match stand: a title, that of a segment, one summary by its paragraphs and list items, or a transcript by
/// its cues. The page of a report searches the same texts.
/// </summary>
public sealed record SearchedText(SearchPlace Place, IReadOnlyList<Cue> Lines)
{
    /// <summary>Summaries come by the size of what they summarise; one that repeats another is left out.</summary>
    public static IReadOnlyList<SearchedText> From(Report report)
    {
        var summaries = new HashSet<string>();
        return
        [
            new(SearchPlace.Title, [Line(TimeSpan.Zero, report.Video.Title)]),
            .. Summary(TimeSpan.Zero, report.Overall.Summary),
            .. report.Hours.SelectMany(hour => (IEnumerable<SearchedText>)
            [
                .. Summary(hour.Start, hour.Summary),
                .. hour.Segments.SelectMany(segment => (IEnumerable<SearchedText>)
                [
                    .. segment.Title is { } title
                        ? [new SearchedText(SearchPlace.Section, [Line(segment.Start, title)])]
                        : Array.Empty<SearchedText>(),
                    .. Summary(segment.Start, segment.Summary),
                ]),
            ]),
            new(SearchPlace.Transcript, [.. report.Transcript.Cues.Select(cue => Line(cue.Start, cue.Text))]),
        ];

        IEnumerable<SearchedText> Summary(TimeSpan start, string text)
        {
            var lines = Prose.Lines(text).ToList();
            return lines.Count > 0 && summaries.Add(string.Join('\n', lines))
                ? [new SearchedText(SearchPlace.Summary, [.. lines.Select(line => Line(start, line))])]
                : [];
        }
    }

    private static Cue Line(TimeSpan start, string text) => new(start, start, PlainText.Fold(text));
}
