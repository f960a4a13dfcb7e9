using Yttl.Core.Reports;
using Yttl.Core.Summaries;
using Yttl.Core.Text;

namespace Yttl.Core.Search;

/// <summary>
/// A text in which all words of a match stand: a title, that of a segment, one summary by its paragraphs and list items, or
/// a transcript by its cues. The page of a report searches the same texts.
/// </summary>
public sealed record SearchedText(SearchPlace Place, IReadOnlyList<SearchedLine> Lines)
{
    /// <summary>Summaries come by the size of what they summarise; one that repeats another is left out.</summary>
    public static IReadOnlyList<SearchedText> From(Report report)
    {
        var summaries = new HashSet<string>();
        return
        [
            new(SearchPlace.Title, [SearchedLine.From(TimeSpan.Zero, report.Video.Title)]),
            .. Summary(TimeSpan.Zero, report.Overall.Summary, report.Overall.Sentences),
            .. Minutes(report.Overall),
            .. report.Hours.SelectMany(hour => (IEnumerable<SearchedText>)
            [
                .. Summary(hour.Start, hour.Summary, hour.Sentences),
                .. hour.Segments.SelectMany(segment => (IEnumerable<SearchedText>)
                [
                    .. segment.Title is { } title
                        ? [new SearchedText(SearchPlace.Section, [SearchedLine.From(segment.Start, title)])]
                        : Array.Empty<SearchedText>(),
                    .. Summary(segment.Start, segment.Summary, segment.Sentences),
                ]),
            ]),
            new(SearchPlace.Transcript, [.. report.Transcript.Cues.Select(cue => SearchedLine.From(cue.Start, cue.Text))]),
        ];

        IEnumerable<SearchedText> Summary(TimeSpan start, string text, IReadOnlyList<SourcedSentence> sentences)
        {
            var lines = SourcedBlock.Parse(text, sentences).SelectMany(block => block.Lines).Select(line => Line(start, line)).ToList();
            return lines.Count > 0 && summaries.Add(string.Join('\n', lines.Select(line => line.Text)))
                ? [new SearchedText(SearchPlace.Summary, lines)]
                : [];
        }
    }

    private static IEnumerable<SearchedText> Minutes(ReportSummary overall) =>
        from list in MinutesList.From(overall)
        let entries = list.Entries ?? []
        where entries.Count > 0
        select new SearchedText(SearchPlace.Summary, [.. entries.Select(entry => Line(
            TimeSpan.Zero, [new ProseSpan($"{entry.Sentence.Text} {entry.Detail}".TrimEnd(), entry.Sentence)]))]);

    /// <summary>What has no source counts as said where the part begins.</summary>
    private static SearchedLine Line(TimeSpan start, IReadOnlyList<ProseSpan> spans)
    {
        var (text, times) = ("", new List<SentenceTime>());
        foreach (var span in spans)
        {
            var time = span.Places() is [var place, ..] ? place.Start : start;
            if (time != (times is [.., var last] ? last.Time : start) && !string.IsNullOrWhiteSpace(span.Text))
                times.Add(new SentenceTime(PlainText.Fold(text).Length, time));
            text += span.Text;
        }

        return SearchedLine.From(start, text) with { Sentences = times };
    }
}
