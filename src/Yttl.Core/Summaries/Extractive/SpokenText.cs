using System.Buffers;
using System.Collections.Frozen;
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

    /// <summary>The most letters of an opener.</summary>
    private const int LongestOpenerInLetters = 64;

    private const string EndMarks = " ,;:-–—….!";

    private const string StartMarks = " -–—•*·,;:>….";

    /// <summary>What every mark begins with.</summary>
    private static readonly SearchValues<char> MarkStarts = SearchValues.Create("[(♪♫♬>&");

    /// <summary>Returns whether the text has a spoken word: music notes and <c>[Applause]</c> do not count.</summary>
    public static bool HasWords(string text) => HasLetters(WithoutMarks(text));

    /// <summary>
    /// Returns whether the text has letters or digits, including those beyond the basic plane (Adlam).
    /// </summary>
    public static bool HasLetters(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                return true;
        return false;
    }

    /// <summary>Removes sound descriptions, speaker arrows and music notes. Returns one line.</summary>
    public static string WithoutMarks(string text) =>
        PlainText.Fold(text.AsSpan().ContainsAny(MarkStarts) ? Marks().Replace(text, " ") : text);

    /// <summary>As <see cref="CleanStart"/> and <see cref="CleanEnd"/>.</summary>
    public static string Clean(string sentence, LanguageTag? language) => CleanEnd(CleanStart(sentence, language), language);

    public static bool IsQuestion(string sentence) =>
        sentence.AsSpan().TrimEnd("\"'”’»)]」』）. ") is [.., var mark] && SentenceEnds.IsQuestionMark(mark);

    /// <summary>
    /// Makes a sentence that stands alone: removes a leading "And", "um" or dash, and capitalises the first letter.
    /// </summary>
    public static string CleanStart(string sentence, LanguageTag? language)
    {
        var rest = sentence.AsSpan().TrimStart(StartMarks);
        if (SpeechHabits.Find(language) is { } habits)
            while (AfterOpener(rest, habits) is var end && end > 0)
                rest = rest[end..].TrimStart(StartMarks);
        return rest.Length > 0 && char.IsLower(rest[0]) ? string.Concat(Capital(rest[0], language), rest[1..])
            : rest.Length == sentence.Length ? sentence
            : rest.ToString();
    }

    /// <summary>
    /// Removes a trailing "yeah", "you know" or "but" that leads nowhere. What is then without an end, or was cut out of a
    /// longer run, ends in an ellipsis.
    /// </summary>
    public static string CleanEnd(string sentence, LanguageTag? language)
    {
        var end = sentence.AsSpan().TrimEnd(EndMarks).Length;
        var rest = sentence.AsSpan(0, end);
        var mark = sentence.AsSpan(end).Trim();
        if (SpeechHabits.Find(language) is { } habits)
            while (BeforeCloser(rest, habits) is var shorter && shorter > 0)
                rest = rest[..shorter].TrimEnd(EndMarks);
        if (rest.Length == end && mark.Length > 0 && SentenceEnds.IsSpokenStop(mark[0]))
            return sentence;
        return string.Concat(rest, mark is "." or "!" ? mark : EndsWithStop(rest) ? "" : "…");
    }

    /// <summary>Returns whether a text begins with a word that <see cref="CleanStart"/> would remove.</summary>
    public static bool StartsWithOpener(ReadOnlySpan<char> text, LanguageTag? language)
    {
        if (SpeechHabits.Find(language) is not { } habits)
            return false;
        var end = text.IndexOfAny(" ,.…");
        var word = end < 0 ? text : text[..end];
        return Has(habits.Openers, word) || Has(habits.CommaOpeners, word);
    }

    // Returns 0 where the text has no opener, or nothing would be left.
    private static int AfterOpener(ReadOnlySpan<char> text, SpeechHabits habits)
    {
        var end = 0;
        for (var words = 1; words <= LongestOpener && end < text.Length; words++)
        {
            end = EndOfWord(text, end);
            var opener = text[..end];
            var isBeforeComma = end < text.Length && text[end] is ',' or '…' or '-' or '–' or '—' || text[end..].StartsWith(" -");
            if ((words == 1 && Has(habits.Openers, opener)
                    || isBeforeComma && Has(habits.CommaOpeners, opener)
                    || words == 1 && Has(habits.SubjectOpeners, opener) && IsSubject(NextWord(text, end), habits))
                && HasLetters(text[end..]))
                return end;
            if (isBeforeComma)
                return 0;
        }

        return 0;
    }

    // Returns 0 where the text ends in no closer, or little would be left.
    private static int BeforeCloser(ReadOnlySpan<char> text, SpeechHabits habits)
    {
        for (var (start, words) = (text.Length, 1); words <= LongestOpener; words++)
        {
            start = text[..Math.Min(text.Length, Math.Max(1, start))].LastIndexOf(' ');
            if (start <= text.Length / 2)
                return 0;
            var closer = text[(start + 1)..];
            var isAfterComma = text[start - 1] is ',' or '…' or '-' or '–' or '—';
            if (words == 1 && Has(habits.Openers, closer) || isAfterComma && Has(habits.CommaOpeners, closer))
                return start;
        }

        return 0;
    }

    /// <param name="phrase">In any case.</param>
    private static bool Has(FrozenSet<string> phrases, ReadOnlySpan<char> phrase)
    {
        if (phrase.Length > LongestOpenerInLetters)
            return false;
        Span<char> lower = stackalloc char[LongestOpenerInLetters];
        return phrases.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..phrase.ToLowerInvariant(lower)]);
    }

    private static bool IsSubject(ReadOnlySpan<char> word, SpeechHabits habits)
    {
        if (word.Length > LongestOpenerInLetters)
            return false;
        Span<char> plain = stackalloc char[LongestOpenerInLetters];
        word.Replace(plain, '’', '\'');
        return Has(habits.Subjects, plain[..word.Length]);
    }

    private static bool EndsWithStop(ReadOnlySpan<char> text) =>
        text.Length > 0 && (SentenceEnds.IsSpokenStop(text[^1]) || SentenceEnds.IsCloser(text[^1]));

    private static ReadOnlySpan<char> NextWord(ReadOnlySpan<char> text, int start) =>
        start < text.Length && text[start] == ' ' ? text[(start + 1)..EndOfWord(text, start)] : default;

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
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
