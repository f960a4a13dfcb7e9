using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries;

/// <summary>A paragraph, or the items of a list. Plain text.</summary>
internal abstract record ProseBlock
{
    public sealed record Paragraph(string Text) : ProseBlock;

    public sealed record Bullets(IReadOnlyList<string> Items) : ProseBlock
    {
        public bool Equals(Bullets? other) => other is not null && Items.SequenceEqual(other.Items);

        public override int GetHashCode() => Items.Count;
    }
}

/// <summary>
/// A model's text as paragraphs and lists. Markdown that the prompt does not ask for (headings, emphasis, code fences,
/// links) is reduced to its words, and nothing in it becomes a link.
/// </summary>
internal static partial class Prose
{
    public static IReadOnlyList<ProseBlock> Parse(string text)
    {
        var blocks = new List<ProseBlock>();
        var paragraph = new List<string>();
        var bullets = new List<List<string>>();
        foreach (var raw in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r'))
        {
            var line = Quote().Replace(raw, "").TrimEnd();
            if (line.Length == 0 || Ornament().IsMatch(line))
                EndParagraph();
            else if (Heading().Match(line) is { Success: true } heading)
                AddHeading(heading.Groups[1].Value);
            else if (StrongLine().IsMatch(line))
                AddHeading(line);
            else if (Bullet().Match(line) is { Success: true } bullet)
                AddBullet(bullet.Groups[1].Value);
            else if (bullets.Count > 0 && paragraph.Count == 0 && char.IsWhiteSpace(line[0]))
                bullets[^1].Add(Words(line));
            else
                AddLine(line);
        }
        EndBullets();
        EndParagraph();
        return blocks;

        void AddLine(string line)
        {
            EndBullets();
            paragraph.Add(Words(line));
        }

        void AddBullet(string item)
        {
            EndParagraph();
            if (Words(item) is { Length: > 0 } words)
                bullets.Add([words]);
        }

        void AddHeading(string heading)
        {
            EndParagraph();
            AddLine(heading);
            EndParagraph();
        }

        void EndParagraph()
        {
            var joined = string.Join(' ', paragraph.Where(line => line.Length > 0));
            if (joined.Length > 0)
                blocks.Add(new ProseBlock.Paragraph(joined));
            paragraph.Clear();
        }

        void EndBullets()
        {
            if (bullets.Count > 0)
                blocks.Add(new ProseBlock.Bullets([.. bullets.Select(lines => string.Join(' ', lines))]));
            bullets.Clear();
        }
    }

    /// <summary>Returns each paragraph and each item of a list, in their order.</summary>
    public static IEnumerable<string> Lines(string text) => Parse(text).SelectMany(block => block switch
    {
        ProseBlock.Paragraph paragraph => [paragraph.Text],
        ProseBlock.Bullets list => list.Items,
        _ => (IReadOnlyList<string>)[],
    });

    /// <summary>
    /// The first words, for a table of contents: one line of at most <paramref name="length"/> characters.
    /// </summary>
    public static string Lead(string text, int length)
    {
        var first = Parse(text) switch
        {
            [ProseBlock.Paragraph paragraph, ..] => paragraph.Text,
            [ProseBlock.Bullets list, ..] => list.Items[0],
            _ => "",
        };
        return first.Length <= length ? first : PlainText.Cut(first, length);
    }

    private static string Words(string line)
    {
        line = Link().Replace(line, "$1");
        line = Strong().Replace(line, "$1$2$3");
        line = Underlined().Replace(line, "$1$2");
        line = Emphasis().Replace(line, "$1$2");
        return Code().Replace(line, "$1").Trim();
    }

    [GeneratedRegex(@"^\s*>\s?", RegexOptions.NonBacktracking)]
    private static partial Regex Quote();

    /// <summary>A code fence, a rule between paragraphs, or a list item without words.</summary>
    [GeneratedRegex(@"^\s*(?:```\S*|~~~\S*|[-*+•‣–]|[-*_](?:\s*[-*_]){2,})\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Ornament();

    [GeneratedRegex(@"^\s*#{1,6}\s+(.*?)\s*#*$", RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    /// <summary>What models write for a heading: all of a line in bold.</summary>
    [GeneratedRegex(@"^\s*\*\*[^*]{1,80}\*\*\s*[:：]?$", RegexOptions.NonBacktracking)]
    private static partial Regex StrongLine();

    [GeneratedRegex(@"^\s*(?:[-*+•‣–]|\d{1,3}[.)])\s+(.*)$", RegexOptions.NonBacktracking)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"!?\[([^\]\[]*)\]\([^()\s]*\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // Marks around words; in "2**10" and "x**y" they are a power.
    [GeneratedRegex(@"(^|[^0-9A-Za-z*])\*\*([^\s*](?:[^*]*[^\s*])?)\*\*|~~([^~]+)~~", RegexOptions.NonBacktracking)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(^|[\s(""'])__([^_]+)__", RegexOptions.NonBacktracking)]
    private static partial Regex Underlined();

    [GeneratedRegex(@"(^|[\s(""'])\*([^\s*](?:[^*]*[^\s*])?)\*", RegexOptions.NonBacktracking)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"`+([^`]+)`+", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
