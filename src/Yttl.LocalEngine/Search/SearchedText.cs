using System.Globalization;
using System.Text;
using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Text;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// A text in which all words of a match stand: a title, one summary by its lines, or a transcript by its cues.
/// </summary>
internal sealed record SearchedText(SearchPlace Place, IReadOnlyList<Cue> Lines)
{
    /// <summary>Summaries come by the size of what they summarise; one that repeats another is left out.</summary>
    public static IReadOnlyList<SearchedText> From(Report report)
    {
        var summaries = report.Hours
            .SelectMany(hour => hour.Segments.Select(segment => (segment.Start, segment.Summary)).Prepend((hour.Start, hour.Summary)))
            .Prepend((TimeSpan.Zero, report.Overall.Summary))
            .DistinctBy(summary => summary.Summary)
            .Select(summary => Summary(summary.Item1, summary.Summary));
        return
        [
            new(SearchPlace.Title, [Line(TimeSpan.Zero, report.Video.Title)]),
            .. summaries,
            new(SearchPlace.Transcript, [.. report.Transcript.Cues.Select(cue => Line(cue.Start, cue.Text))]),
        ];
    }

    /// <summary>Writes texts as lines: place, tabulator, milliseconds, tabulator, text. A blank line ends each text.</summary>
    public static string Write(IEnumerable<SearchedText> texts)
    {
        var written = new StringBuilder();
        foreach (var text in texts)
        {
            foreach (var line in text.Lines)
                written.Append(CultureInfo.InvariantCulture, $"{(int)text.Place}\t{(long)line.Start.TotalMilliseconds}\t{line.Text}\n");
            written.Append('\n');
        }

        return written.ToString();
    }

    /// <exception cref="FormatException">The text was not written by <see cref="Write"/>.</exception>
    public static IEnumerable<SearchedText> Read(string written)
    {
        var (place, lines) = (SearchPlace.Title, new List<Cue>());
        foreach (var line in written.Split('\n'))
        {
            if (line.Split('\t', 3) is [var kind, var start, var text])
            {
                place = (SearchPlace)int.Parse(kind, CultureInfo.InvariantCulture);
                lines.Add(Line(TimeSpan.FromMilliseconds(long.Parse(start, CultureInfo.InvariantCulture)), text));
            }
            else if (line is "")
            {
                yield return new SearchedText(place, lines);
                lines = [];
            }
            else
            {
                throw new FormatException("A line of the search index is damaged.");
            }
        }
    }

    private static SearchedText Summary(TimeSpan start, string summary) =>
        new(SearchPlace.Summary, [.. summary.Split('\n').Where(line => line.Length > 0).Select(line => Line(start, line))]);

    private static Cue Line(TimeSpan start, string text) => new(start, start, PlainText.Fold(text));
}
