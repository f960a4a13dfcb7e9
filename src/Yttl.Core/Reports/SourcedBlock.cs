using Yttl.Core.Summaries;

namespace Yttl.Core.Reports;

/// <summary>A paragraph, which is one line, or the items of a list.</summary>
/// <param name="Lines">In order. The texts of the spans of a line, joined, are the line.</param>
internal sealed record SourcedBlock(bool IsList, IReadOnlyList<IReadOnlyList<ProseSpan>> Lines)
{
    /// <summary>
    /// Finds the sentences of a summary in its paragraphs and lists. A sentence that is not there is left out, so every word
    /// of the summary is shown, and no other.
    /// </summary>
    /// <param name="sentences">In the order of the summary; empty in reports of earlier versions.</param>
    public static IReadOnlyList<SourcedBlock> Parse(string summary, IReadOnlyList<SourcedSentence> sentences)
    {
        var blocks = Prose.Parse(summary);
        var found = new Queue<FoundSentence>(Find(string.Join('\n', blocks.SelectMany(LinesOf)), sentences));
        var from = 0;
        return [.. blocks.Select(block => new SourcedBlock(block is ProseBlock.Bullets, [.. LinesOf(block).Select(Spans)]))];

        IReadOnlyList<ProseSpan> Spans(string line)
        {
            var (spans, at, start) = (new List<ProseSpan>(), 0, from);
            while (found.TryPeek(out var next) && next.From < start + line.Length)
            {
                var (first, last) = (next.From - start, next.To - start);
                if (first > at)
                    spans.Add(new ProseSpan(line[at..first], null));
                spans.Add(new ProseSpan(line[first..last], found.Dequeue().Sentence));
                at = last;
            }

            if (at < line.Length)
                spans.Add(new ProseSpan(line[at..], null));
            from = start + line.Length + 1;
            return spans;
        }
    }

    private static IReadOnlyList<string> LinesOf(ProseBlock block) => block switch
    {
        ProseBlock.Paragraph paragraph => [paragraph.Text],
        ProseBlock.Bullets list => list.Items,
        _ => [],
    };

    private static IEnumerable<FoundSentence> Find(string lines, IReadOnlyList<SourcedSentence> sentences)
    {
        var from = 0;
        foreach (var sentence in sentences)
        {
            // As it is, or as the lines have it: without what looks like Markdown.
            foreach (var words in (string[])[sentence.Text, string.Join(' ', Prose.Lines(sentence.Text))])
            {
                var at = words.Length == 0 || words.Contains('\n', StringComparison.Ordinal)
                    ? -1
                    : lines.IndexOf(words, from, StringComparison.Ordinal);
                if (at < 0)
                    continue;
                from = at + words.Length;
                yield return new FoundSentence(at, from, sentence);
                break;
            }
        }
    }

    private readonly record struct FoundSentence(int From, int To, SourcedSentence Sentence);
}
