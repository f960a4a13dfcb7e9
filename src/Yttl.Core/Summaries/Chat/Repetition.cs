using System.Globalization;
using System.Text;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Chat;

/// <summary>
/// Finds where a model repeats itself without end: some words that follow one another at least three or four times. No
/// summary says so much so often; a refrain that it quotes is shorter.
/// </summary>
internal static class Repetition
{
    private const int LeastSpan = 24;
    private const int LongestPeriod = 120;
    private const int LongPeriod = 8;

    // A row of letters without a space, such as "hahaha…", repeats by letters.
    private const int LongestWord = 40;

    /// <summary>Leaves each repetition once.</summary>
    /// <returns>Null where nothing is repeated.</returns>
    public static string? Cut(string text)
    {
        string? shorter = null;
        for (var words = WordsOf(text); Find(words) is { } run; words = WordsOf(shorter))
        {
            var from = words[run.Start + run.Period - 1].End;
            var to = run.End < words.Count ? words[run.End].Start : text.Length;
            var rest = text[to..];
            // What follows begins where the repetition would have gone on.
            text = shorter = (text[..from] + (rest.Length > 0 ? text[from..words[run.Start + run.Period].Start] + rest : "")).Trim();
        }

        return shorter;
    }

    /// <summary>Finds the first run with a period: each word is that of one period before.</summary>
    private static (int Start, int Period, int End)? Find(List<Word> words)
    {
        (int Start, int Period, int End)? found = null;
        for (var period = 1; period <= Math.Min(LongestPeriod, words.Count / 3); period++)
        {
            var start = -1;
            for (var i = period; i <= words.Count; i++)
            {
                if (i < words.Count && words[i].Key == words[i - period].Key)
                {
                    start = start < 0 ? i - period : start;
                    continue;
                }

                if (start >= 0 && IsLoop(i - start, period) && (found is null || start < found.Value.Start))
                    found = (start, period, i);
                start = -1;
            }
        }

        return found;
    }

    private static bool IsLoop(int span, int period) =>
        span >= LeastSpan && (span >= 4 * period || (period >= LongPeriod && span >= 3 * period));

    private static List<Word> WordsOf(string text)
    {
        var words = new List<Word>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && !char.IsWhiteSpace(text[i])
                && (i == start || !(UnspacedScripts.IsWide(text[i]) || UnspacedScripts.IsWide(text[i - 1]))))
                i++;
            if (i - start > LongestWord)
                for (var letter = start; letter < i; letter++)
                    words.Add(new Word(KeyOf(text[letter..(letter + 1)]), letter, letter + 1));
            else if (!IsListNumber(text, start, i))
                words.Add(new Word(KeyOf(text[start..i]), start, i));
        }

        return words;
    }

    // "1." and "2." before the same sentence do not make it another.
    private static bool IsListNumber(string text, int start, int end) =>
        (start is 0 || text[start - 1] is '\n' or '\r')
        && text[end - 1] is '.' or ')' && text.AsSpan(start, end - start - 1) is { Length: > 0 and < 4 } number
        && !number.ContainsAnyExceptInRange('0', '9');

    private static string KeyOf(string word)
    {
        var key = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
                || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark)
                key.Append(char.ToLowerInvariant(letter));
        return key.Length > 0 ? key.ToString() : word;
    }

    private readonly record struct Word(string Key, int Start, int End);
}
