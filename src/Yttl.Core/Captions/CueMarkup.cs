using System.Buffers;
using System.Collections.Frozen;
using System.Net;
using System.Text;

namespace Yttl.Core.Captions;

/// <summary>Converts the text of caption files to plain text, in linear time.</summary>
internal static class CueMarkup
{
    private static readonly SearchValues<char> Openers = SearchValues.Create("<{");

    // Anything else in angle brackets is text: <laughs>, <john@example.org>, x < y.
    private static readonly FrozenSet<string> Tags = FrozenSet.ToFrozenSet(
        [
            "b", "i", "u", "s", "c", "v", "lang", "ruby", "rt",
            "font", "span", "em", "strong", "br", "p", "div", "small", "big",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TagNames =
        Tags.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> StyleNames =
        FrozenSet.ToFrozenSet(["b", "i", "u", "s", "c", "font", "span", "em", "strong"], StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>
    /// Removes tags and override codes (<c>{\an8}</c>) and decodes entities. Returns lines separated by <c>\n</c>, as
    /// <see cref="Lines"/>.
    /// </summary>
    public static string LinesOfMarkup(string text) => Lines(WebUtility.HtmlDecode(WithoutTags(text)));

    /// <summary>
    /// Folds white space and removes invisible characters and blank lines. Returns lines separated by <c>\n</c>.
    /// </summary>
    public static string Lines(string text) => Fold(text, keepLines: true);

    /// <summary>Folds all text onto one line. Returns the empty string where nothing visible is left.</summary>
    public static string OneLine(string text) => Fold(text, keepLines: false);

    /// <summary>
    /// Returns whether a plain text is said: sounds and music are not, such as <c>[Applause]</c>, <c>(LAUGHS)</c> and <c>♪</c>.
    /// </summary>
    public static bool IsSpoken(string text)
    {
        if (text is (['[', .., ']'] or ['(', .., ')']) && text.AsSpan(1, text.Length - 2).IndexOfAny("[]()") < 0)
            return false;
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                return true;
        return false;
    }

    private static string WithoutTags(string text)
    {
        var at = text.AsSpan().IndexOfAny(Openers);
        if (at < 0)
            return text;

        var plain = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        for (; at >= 0; at = rest.IndexOfAny(Openers))
        {
            plain.Append(rest[..at]);
            rest = rest[at..];
            var length = TagLength(rest);
            plain.Append(length == 0 ? rest[..1] : IsLineBreak(rest[1..length]) ? "\n" : "");
            rest = rest[Math.Max(1, length)..];
        }

        return plain.Append(rest).ToString();
    }

    /// <summary>
    /// Returns from where to where style tags and override codes are; null where there are none. Voices, languages and
    /// inline times set nothing off.
    /// </summary>
    public static Range? MarkedRange(string text)
    {
        int first = -1, last = -1;
        for (var at = text.AsSpan().IndexOfAny(Openers); at >= 0;)
        {
            var length = TagLength(text.AsSpan(at));
            if (length > 0 && IsStyle(text.AsSpan(at + 1, length - 2)))
            {
                first = first < 0 ? at : first;
                last = at + length;
            }

            var from = at + Math.Max(1, length);
            var next = text.AsSpan(from).IndexOfAny(Openers);
            at = next < 0 ? -1 : from + next;
        }

        return first < 0 ? null : first..last;
    }

    private static bool IsStyle(ReadOnlySpan<char> inside)
    {
        var name = inside.TrimStart('/');
        var end = name.IndexOfAnyExcept(AsciiLetters);
        return inside.StartsWith('\\') || StyleNames.Contains(end < 0 ? name : name[..end]);
    }

    /// <summary>Returns zero where the text does not begin with markup.</summary>
    internal static int TagLength(ReadOnlySpan<char> text)
    {
        // The search ends at the next opener, which keeps a text full of openers linear.
        var (open, close) = text[0] == '<' ? ('<', '>') : ('{', '}');
        var end = text[1..].IndexOfAny(open, close) + 1;
        if (end < 1 || text[end] != close)
            return 0;
        var inside = text[1..end];
        var isTag = open == '{' ? inside.StartsWith('\\') : IsTag(inside);
        return isTag ? end + 1 : 0;
    }

    private static bool IsTag(ReadOnlySpan<char> inside)
    {
        var name = inside.TrimStart('/');
        var end = name.IndexOfAnyExcept(AsciiLetters);
        return end < 0 ? TagNames.Contains(name)
            : end > 0 ? TagNames.Contains(name[..end]) && name[end] is ' ' or '\t' or '\n' or '.' or '/'
            : CueTimestamp.TryParse(inside, out _);
    }

    private static readonly SearchValues<char> AsciiLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private static bool IsLineBreak(ReadOnlySpan<char> tag) => tag.StartsWith("br", StringComparison.OrdinalIgnoreCase);

    private static string Fold(string text, bool keepLines)
    {
        if (IsFolded(text, keepLines))
            return text;
        var folded = new StringBuilder(text.Length);
        var gap = '\0';
        foreach (var c in text)
        {
            if (keepLines && c is '\n' or '\r' or '\u2028' or '\u2029')
                gap = '\n';
            else if (char.IsWhiteSpace(c))
                gap = gap == '\n' ? gap : ' ';
            else if (!IsInvisible(c))
            {
                if (gap != '\0' && folded.Length > 0)
                    folded.Append(gap);
                gap = '\0';
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    /// <summary>Returns whether folding changes nothing, as for most texts: they are not copied.</summary>
    private static bool IsFolded(string text, bool keepLines)
    {
        var before = ' ';
        foreach (var c in text)
        {
            var isGap = c is ' ' || (c is '\n' && keepLines);
            if (isGap ? before is ' ' or '\n' : c < ' ' || (c >= '\u007F' && (char.IsWhiteSpace(c) || IsInvisible(c))))
                return false;
            before = c;
        }

        return text.Length == 0 || before is not (' ' or '\n');
    }

    // Joiners and direction marks stay: they change how Persian, Hindi, Hebrew and emoji read.
    private static bool IsInvisible(char c) => char.IsControl(c) || c is '\u200B' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
