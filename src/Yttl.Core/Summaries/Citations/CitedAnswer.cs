using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Languages;
using Yttl.Core.Summaries.Extractive;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Citations;

/// <summary>A model's answer in the form that the prompts ask for, or in what models make of it.</summary>
/// <param name="Title">On one line; null where there is none.</param>
/// <param name="Text">All sentences: paragraphs, or lines that begin with <c>- </c>.</param>
internal sealed partial record CitedAnswer(string? Title, string Text, IReadOnlyList<CitedSentence> Sentences)
{
    /// <summary>In characters. A longer first line is no title.</summary>
    private const int LongestTitle = 120;

    /// <summary>In characters: about four words.</summary>
    private const int LongestHeading = 32;

    /// <summary>A sentence that names more sentences than this names no place.</summary>
    private const int MostCited = 10;

    /// <param name="count">The sentences that the prompt numbers, from 1.</param>
    /// <param name="language">Of the answer; null where it is unknown.</param>
    public static CitedAnswer Parse(string answer, int count, LanguageTag? language)
    {
        var (marked, cited) = CitationMarks.TakeOut(answer, count);
        var (title, body) = TakeTitle(marked.ReplaceLineEndings("\n"));
        var text = new List<string>();
        var sentences = new List<CitedSentence>();
        var blocks = Prose.Parse(body);
        foreach (var (i, block) in blocks.Index())
        {
            if (block is ProseBlock.Paragraph { Text: var line } && i + 1 < blocks.Count
                && blocks[i + 1] is ProseBlock.Bullets && IsHeading(line))
                continue;
            var (lines, bullet) = block is ProseBlock.Bullets list ? (list.Items, "- ") : ([((ProseBlock.Paragraph)block).Text], "");
            var own = lines.Select(AddLine).Where(line => line.Length > 0).Select(line => bullet + line).ToList();
            if (own.Count > 0)
                text.Add(string.Join('\n', own));
        }

        return new CitedAnswer(title, string.Join("\n\n", text), [.. sentences.Select(Bounded)]);

        string AddLine(string line)
        {
            var (words, marks) = Split(line);
            var first = sentences.Count;
            var ends = new List<int>();
            foreach (var sentence in SentenceSplitter.OfLines(words, language))
            {
                ends.Add(words.IndexOf(sentence, ends.LastOrDefault(), StringComparison.Ordinal) + sentence.Length);
                sentences.Add(new CitedSentence(sentence, []));
            }

            // "[3] The earth turns." where all others stand at the end: "The earth turns. [3]"
            var isLeading = marks.Count > 0 && marks[0].At == 0 && marks[^1].At < words.Length;
            foreach (var (at, index) in marks)
            {
                var place = ends.FindIndex(end => isLeading ? at < end : at <= end + 1);
                place = place < 0 ? sentences.Count - 1 : first + place;
                if (place >= 0)
                    sentences[place] = sentences[place] with { Numbers = [.. sentences[place].Numbers, .. cited[index]] };
            }

            return sentences.Skip(first).Select(sentence => sentence.Text).Aggregate("", PlainText.Join);
        }
    }

    /// <summary>Whether a line before a list only announces it: "Key points:". It has few words and no citation.</summary>
    private static bool IsHeading(string line) => line.Length <= LongestHeading && !line.Any(CitationMarks.IsMark)
        && (line[^1] is ':' or '：' || !SentenceEnds.IsStop(line[^1]));

    private static CitedSentence Bounded(CitedSentence sentence)
    {
        var numbers = sentence.Numbers.Distinct().Order().ToList();
        return sentence with { Numbers = numbers.Count > MostCited ? [] : numbers };
    }

    /// <summary>Takes the marks out of a line.</summary>
    /// <returns>The line, and before which of its letters each mark stands.</returns>
    private static (string Words, IReadOnlyList<(int At, int Index)> Marks) Split(string line)
    {
        var words = new StringBuilder(line.Length);
        var marks = new List<(int, int)>();
        for (var i = 0; i < line.Length; i++)
        {
            if (!CitationMarks.IsMark(line[i]))
            {
                if (words.Length > 0 || !char.IsWhiteSpace(line[i]))
                    words.Append(line[i]);
                continue;
            }

            var next = i + 1 < line.Length ? line[i + 1] : '.';
            var endsWord = char.IsPunctuation(next) || char.IsWhiteSpace(next) || CitationMarks.IsMark(next);
            while (endsWord && words.Length > 0 && words[^1] == ' ')
                words.Length--;
            marks.Add((words.Length, CitationMarks.IndexOf(line[i])));
        }

        return (words.ToString(), marks);
    }

    private static (string? Title, string Body) TakeTitle(string marked)
    {
        var text = marked.TrimStart();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var line = end < 0 ? text : text[..end];
        if (Labelled().Match(line) is not { Success: true } match || match.Length > LongestTitle)
            return (null, Label().Replace(text, ""));
        var title = string.Concat(Prose.Lines(match.Groups["title"].Value).FirstOrDefault()?.Where(c => !CitationMarks.IsMark(c)) ?? []);
        var body = Label().Replace(text[line.Length..].TrimStart(), "");
        return (PlainText.OneLine(title.Trim().Trim('"', '“', '”', '„', '«', '»', '*', '_', ' ').TrimEnd('.', ':')), body);
    }

    // The label in the languages that answers are most often in, or a heading of Markdown.
    [GeneratedRegex(
        @"^(?:\W*(?:title|titel|titre|t[íi]tulo|titolo|tytuł|название|заголовок|标题|標題|タイトル|제목)\W{0,3}[:：][\s*_]*"
        + @"|\#{1,6}[ ]+(?!summary\b))(?<title>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"^[#*_ ]*(?:summary|brief|text)[*_ ]*(?:[:：][*_ ]*|\n)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();
}

/// <param name="Numbers">Of the sentences of the prompt that it rests on, from 1, in order and each once.</param>
internal sealed record CitedSentence(string Text, IReadOnlyList<int> Numbers);
