using System.Text;
using System.Text.RegularExpressions;
using Yttl.Core.Languages;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Removes what captions add to speech, and filler words at the ends of sentences.</summary>
internal static partial class SpokenText
{
    /// <summary>The most words of an opener.</summary>
    private const int LongestOpener = 4;

    private static readonly char[] EndMarks = [' ', ',', ';', ':', '-', '–', '—', '…', '.', '!'];

    /// <summary>Returns whether the text has a spoken word: music notes and <c>[Applause]</c> do not count.</summary>
    public static bool HasWords(string text) => HasLetters(WithoutMarks(text));

    /// <summary>
    /// Returns whether the text has letters or digits, including those beyond the basic plane (Adlam).
    /// </summary>
    public static bool HasLetters(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>Removes sound descriptions, speaker arrows and music notes. Returns one line.</summary>
    public static string WithoutMarks(string text) => PlainText.Fold(Marks().Replace(text, " "));

    /// <summary>
    /// Makes a sentence that stands alone: removes a leading "And", "um" or dash, and capitalises the first letter.
    /// </summary>
    public static string CleanStart(string sentence, LanguageTag? language)
    {
        var rest = TrimMarks(sentence);
        if (SpeechHabits.Find(language) is { } habits)
            while (AfterOpener(rest, habits) is { } shorter)
                rest = TrimMarks(shorter);
        return rest.Length > 0 && char.IsLower(rest[0]) ? Capital(rest[0], language) + rest[1..] : rest;
    }

    /// <summary>
    /// Removes a trailing "yeah", "you know" or "but" that leads nowhere. What is then without an end, or was cut out of a
    /// longer run, ends in an ellipsis.
    /// </summary>
    public static string CleanEnd(string sentence, LanguageTag? language)
    {
        var end = sentence.AsSpan().TrimEnd(EndMarks).Length;
        var (rest, mark) = (sentence[..end], sentence[end..].Trim());
        if (SpeechHabits.Find(language) is { } habits)
            while (BeforeCloser(rest, habits) is { } shorter)
                rest = shorter.TrimEnd(EndMarks);
        if (rest.Length == end && mark.Length > 0 && SentenceEnds.IsSpokenStop(mark[0]))
            return sentence;
        return rest + (mark is "." or "!" ? mark : EndsWithStop(rest) ? "" : "…");
    }

    /// <summary>Returns whether a text begins with a word that <see cref="CleanStart"/> would remove.</summary>
    public static bool StartsWithOpener(ReadOnlySpan<char> text, LanguageTag? language)
    {
        if (SpeechHabits.Find(language) is not { } habits)
            return false;
        var end = text.IndexOfAny(" ,.…");
        var word = (end < 0 ? text : text[..end]).ToString().ToLowerInvariant();
        return habits.Openers.Contains(word) || habits.CommaOpeners.Contains(word);
    }

    private static string TrimMarks(string text) =>
        text.TrimStart(' ', '-', '–', '—', '•', '*', '·', ',', ';', ':', '>', '…', '.');

    // Returns null where the text has no opener, or nothing would be left.
    private static string? AfterOpener(string text, SpeechHabits habits)
    {
        var end = 0;
        for (var words = 1; words <= LongestOpener && end < text.Length; words++)
        {
            end = EndOfWord(text, end);
            var opener = text[..end].ToLowerInvariant();
            var isBeforeComma = end < text.Length && text[end] is ',' or '…' or '-' or '–' or '—' || text.AsSpan(end).StartsWith(" -");
            if ((words == 1 && habits.Openers.Contains(opener)
                    || isBeforeComma && habits.CommaOpeners.Contains(opener)
                    || words == 1 && habits.SubjectOpeners.Contains(opener) && habits.Subjects.Contains(NextWord(text, end)))
                && HasLetters(text[end..]))
                return text[end..];
            if (isBeforeComma)
                return null;
        }

        return null;
    }

    // Returns null where the text ends in no closer, or little would be left.
    private static string? BeforeCloser(string text, SpeechHabits habits)
    {
        for (var (start, words) = (text.Length, 1); words <= LongestOpener; words++)
        {
            start = text.LastIndexOf(' ', Math.Max(0, start - 1));
            if (start <= text.Length / 2)
                return null;
            var closer = text[(start + 1)..].ToLowerInvariant();
            var isAfterComma = text[start - 1] is ',' or '…' or '-' or '–' or '—';
            if (words == 1 && habits.Openers.Contains(closer) || isAfterComma && habits.CommaOpeners.Contains(closer))
                return text[..start];
        }

        return null;
    }

    private static bool EndsWithStop(string text) =>
        text.Length > 0 && (SentenceEnds.IsSpokenStop(text[^1]) || SentenceEnds.IsCloser(text[^1]));

    private static string NextWord(string text, int start)
    {
        if (start >= text.Length || text[start] != ' ')
            return "";
        return text[(start + 1)..EndOfWord(text, start)].ToLowerInvariant().Replace('’', '\'');
    }

    private static int EndOfWord(string text, int start)
    {
        var end = start < text.Length && text[start] == ' ' ? start + 1 : start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’'))
            end++;
        return Math.Max(end, Math.Min(start + 1, text.Length));
    }

    private static string Capital(char letter, LanguageTag? language) =>
        letter == 'i' && language?.Primary.ToLowerInvariant() is "tr" or "az"
            ? "İ"
            : char.ToUpperInvariant(letter).ToString();

    [GeneratedRegex(@"\[[^\[\]]{0,60}\]|\((?:[\p{Lu} ]{3,40})\)|[♪♫♬]|(?:>>|&gt;&gt;)+")]
    private static partial Regex Marks();
}
