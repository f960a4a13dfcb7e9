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

    private const int LongestStopWord = 64;

    public static int Count(ReadOnlySpan<char> text)
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

    /// <summary>Calls back with each term for comparing a sentence, in order, with repeats.</summary>
    public static void EachTerm(string sentence, FrozenSet<string> stopWords, WordAction add)
    {
        var isStopWord = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[LongestStopWord];
        var start = -1;
        for (var i = 0; i <= sentence.Length; i++)
        {
            var isPart = i < sentence.Length && IsPart(sentence[i]);
            if (isPart && start < 0)
                start = i;
            if (!isPart && start >= 0)
            {
                var written = sentence.AsSpan(start, i - start);
                var length = written[..Math.Min(written.Length, lower.Length)].ToLowerInvariant(lower);
                start = -1;
                if (written.Length > lower.Length || !isStopWord.Contains(lower[..length]))
                    add(written, lower[..Math.Min(length, StemLength)]);
            }

            if (i + 1 < sentence.Length && IsWideLetter(sentence[i]) && IsWideLetter(sentence[i + 1]))
                add(sentence.AsSpan(i, 2), sentence.AsSpan(i, 2));
        }
    }

    // A word counts at its first letter.
    private static int Quarters(char letter, ref bool inWord)
    {
        if (letter < UnspacedScripts.First)
        {
            var wasInWord = inWord;
            inWord = !char.IsWhiteSpace(letter);
            return inWord && !wasInWord ? 4 : 0;
        }

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

    private static bool IsPart(char letter) => char.IsAscii(letter) ? char.IsAsciiLetterOrDigit(letter) :
        !UnspacedScripts.IsWide(letter)
        && (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
            // Vowel signs of Indic scripts are inside words.
            || char.GetUnicodeCategory(letter)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsWideLetter(char letter) => UnspacedScripts.IsWide(letter) && char.IsLetter(letter);
}

/// <param name="word">As it is written.</param>
/// <param name="term">Its stem in lower case.</param>
internal delegate void WordAction(ReadOnlySpan<char> word, ReadOnlySpan<char> term);
