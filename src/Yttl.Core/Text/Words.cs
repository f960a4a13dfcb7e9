using System.Collections.Frozen;
using System.Globalization;

namespace Yttl.Core.Text;

/// <summary>
/// Counts and compares words in any script. Where a script has no spaces, two Chinese or Japanese characters count as a
/// word, and four letters of Thai, Lao, Khmer or Burmese.
/// </summary>
internal static class Words
{
    // The first letters of a word serve as its stem, because there is no stemmer for most languages. Compare the
    // truncation runs in McNamee, Nicholas and Mayfield, "Addressing morphological variation in alphabetic languages"
    // (SIGIR 2009).
    private const int StemLength = 6;

    public static int Count(string text)
    {
        var quarters = 0;
        var inWord = false;
        foreach (var letter in text)
            quarters += Quarters(letter, ref inWord);
        return (quarters + 3) / 4;
    }

    /// <returns>
    /// The index after <paramref name="words"/> words from <paramref name="start"/> on, never inside a word; in scripts
    /// with spaces between phrases, at such a space. The text's length where it has fewer.
    /// </returns>
    public static int EndOf(string text, int start, int words)
    {
        var quarters = 0;
        var inWord = false;
        for (var i = start; i < text.Length; i++)
        {
            quarters += Quarters(text[i], ref inWord);
            if (quarters > 4 * words && i > start
                && (UnspacedScripts.IsWide(text[i]) || UnspacedScripts.IsWide(text[i - 1]) || char.IsWhiteSpace(text[i - 1])))
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
    private static int Quarters(char letter, ref bool inWord)
    {
        if (UnspacedScripts.IsSoutheastAsian(letter))
        {
            inWord = true;
            return char.IsLetter(letter) ? 1 : 0;
        }

        var isWide = UnspacedScripts.IsWide(letter);
        var isPart = !isWide && !char.IsWhiteSpace(letter);
        var quarters = isWide ? 2 : isPart && !inWord ? 4 : 0;
        inWord = isPart;
        return quarters;
    }

    private static bool IsPart(char letter) =>
        !UnspacedScripts.IsWide(letter)
        && (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
            // Vowel signs of Indic scripts are inside words.
            || char.GetUnicodeCategory(letter)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsWideLetter(char letter) => UnspacedScripts.IsWide(letter) && char.IsLetter(letter);
}
