using System.Collections.Frozen;
using System.Globalization;

namespace Yttl.Core.Text;

/// <summary>
/// Counts and compares words in any script. Where a script has no spaces, two adjacent letters count as a word.
/// </summary>
internal static class Words
{
    // The first letters of a word serve as its stem, because there is no stemmer for most languages. Compare the
    // truncation runs in McNamee, Nicholas and Mayfield, "Addressing morphological variation in alphabetic languages"
    // (SIGIR 2009).
    private const int StemLength = 6;

    public static int Count(string text)
    {
        var halves = 0;
        var inWord = false;
        foreach (var letter in text)
            halves += Halves(letter, ref inWord);
        return (halves + 1) / 2;
    }

    /// <returns>
    /// The index after <paramref name="words"/> words from <paramref name="start"/> on, never inside a word. The text's
    /// length where it has fewer.
    /// </returns>
    public static int EndOf(string text, int start, int words)
    {
        var halves = 0;
        var inWord = false;
        for (var i = start; i < text.Length; i++)
        {
            halves += Halves(text[i], ref inWord);
            if (halves > 2 * words)
                return i;
        }

        return text.Length;
    }

    /// <summary>Returns the terms for comparing a sentence, in order, with repeats.</summary>
    public static IEnumerable<string> Terms(string sentence, FrozenSet<string> stopWords) =>
        WithTerms(sentence, stopWords).Select(word => word.Term);

    /// <summary>As <see cref="Terms"/>, with the words as they are written.</summary>
    public static IEnumerable<(string Word, string Term)> WithTerms(string sentence, FrozenSet<string> stopWords)
    {
        var start = -1;
        for (var i = 0; i <= sentence.Length; i++)
        {
            var isPart = i < sentence.Length && IsPart(sentence[i]);
            if (isPart && start < 0)
                start = i;
            if (!isPart && start >= 0)
            {
                var written = sentence[start..i];
                var word = written.ToLowerInvariant();
                start = -1;
                if (!stopWords.Contains(word))
                    yield return (written, word.Length > StemLength ? word[..StemLength] : word);
            }

            if (i + 1 < sentence.Length && IsWideLetter(sentence[i]) && IsWideLetter(sentence[i + 1]))
                yield return (sentence.Substring(i, 2), sentence.Substring(i, 2));
        }
    }

    // A word counts at its first letter.
    private static int Halves(char letter, ref bool inWord)
    {
        var isWide = UnspacedScripts.IsWide(letter);
        var isPart = !isWide && !char.IsWhiteSpace(letter);
        var halves = isWide ? 1 : isPart && !inWord ? 2 : 0;
        inWord = isPart;
        return halves;
    }

    private static bool IsPart(char letter) =>
        !UnspacedScripts.IsWide(letter)
        && (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
            // Vowel signs of Indic scripts are inside words.
            || char.GetUnicodeCategory(letter)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsWideLetter(char letter) => UnspacedScripts.IsWide(letter) && char.IsLetter(letter);
}
