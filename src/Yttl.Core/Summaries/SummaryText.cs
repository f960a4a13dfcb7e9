using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries;

/// <summary>Reads what a model wrote.</summary>
internal static partial class SummaryText
{
    /// <summary>
    /// Returns whether an answer says anything: it has letters that are seen, and is more than a heading, a
    /// placeholder or the announcement of what does not follow.
    /// </summary>
    public static bool HasWords(string answer)
    {
        var text = string.Join('\n', Prose.Lines(answer));
        return text.EnumerateRunes().Any(rune => Rune.IsLetter(rune) && !IsBlank(rune)) && !Placeholder().IsMatch(text);
    }

    // Letters by their category, of which nothing is seen: fillers of Hangul.
    private static bool IsBlank(Rune rune) => rune.Value is 0x115F or 0x1160 or 0x3164 or 0xFFA0;

    /// <summary>Returns the text up to the end of its last whole sentence or line. Empty where it has none.</summary>
    public static string WholeSentences(string text)
    {
        text = text.TrimStart();
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (text[i] == '\n')
                return text[..i].Trim();
            if (!SentenceEnds.IsStop(text[i]))
                continue;
            // "3.14" and "example.org" have no sentence end.
            var end = i + 1;
            while (end < text.Length && SentenceEnds.IsCloser(text[end]))
                end++;
            if (end == text.Length || char.IsWhiteSpace(text[end]) || UnspacedScripts.IsWide(text[i]))
                return text[..end].Trim();
        }

        return "";
    }

    // Such as "Summary:", "[summary]", "N/A", "Here is the summary of the video:".
    [GeneratedRegex(
        """
        ^[\W_]*(n/?a|none|null|nil|undefined|nan|empty|todo|tbd|summary|the\ summary|overview)[\W_]*$
        | ^\W*(\w+\W+){0,10}\w+\s*[:：]\W*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
        | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Placeholder();
}
