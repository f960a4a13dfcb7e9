using System.Collections.Frozen;
using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// What is compared of a sentence in any script: stems, and where a script has no spaces, pairs of Chinese or Japanese
/// characters and every four letters of Thai, Lao, Khmer or Burmese.
/// </summary>
internal static class SentenceTerms
{
    // The first letters of a word serve as its stem, because there is no stemmer for most languages. Compare the
    // truncation runs in McNamee, Nicholas and Mayfield, "Addressing morphological variation in alphabetic languages"
    // (SIGIR 2009). Most Korean words have two syllables before their particles.
    private const int StemLength = 6;
    private const int KoreanStemLength = 2;

    private const int SoutheastAsianWord = 4;
    private const int WideWord = 2;

    // A Chinese character that is mostly grammar: a pair with one says little.
    private const string ChineseGrammar = "的了是我你他她它们在有和也就都不这那个吗呢吧啊嗯很会要说去来到对上下没把被让给們這個嗎還還說來對沒讓給與";

    /// <summary>Calls back with each term for comparing a sentence, in order, with repeats.</summary>
    /// <param name="add">Takes the term in lower case and its place in the sentence.</param>
    public static void Each(string sentence, FrozenSet<string> stopWords, TermAction add)
    {
        var isStopWord = stopWords.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> lower = stackalloc char[64];
        for (var i = 0; i < sentence.Length; i++)
        {
            if (UnspacedScripts.IsWide(sentence[i]))
            {
                if (i + 1 < sentence.Length && IsPair(sentence[i], sentence[i + 1]))
                    add(sentence.AsSpan(i, WideWord), i, isCommon: false);
                continue;
            }

            var start = i;
            while (i < sentence.Length && IsPart(sentence[i]))
                i++;
            if (i == start)
                continue;
            var run = sentence.AsSpan(start, i - start);
            var word = run[..Math.Min(run.Length, lower.Length)];
            i--;
            if (UnspacedScripts.IsSoutheastAsian(run[0]))
                AddWindows(run, start, add);
            else if (word.ToLowerInvariant(lower) is var length && !isStopWord.Contains(lower[..length]) && IsTelling(word))
                add(Stem(lower[..length]), start, CommonWords.Contains(lower[..length]));
        }
    }

    /// <summary>There is no dictionary of these languages here, so every four letters are compared.</summary>
    private static void AddWindows(ReadOnlySpan<char> letters, int start, TermAction add)
    {
        for (var i = 0; i + SoutheastAsianWord <= letters.Length; i++)
            if (char.IsLetter(letters[i]))
                add(letters.Slice(i, SoutheastAsianWord), start + i, isCommon: false);
    }

    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word) =>
        word[..Math.Min(word.Length, word[0] is >= '\uAC00' and <= '\uD7AF' ? KoreanStemLength : StemLength)];

    /// <summary>One or two letters are a word with a meaning of its own where they are an abbreviation or a number.</summary>
    private static bool IsTelling(ReadOnlySpan<char> word) =>
        word.Length > 2 || word[0] >= '\u0590' || word.ContainsAnyInRange('0', '9') || word.Length == 2 && char.IsUpper(word[1]);

    /// <summary>Hiragana alone is grammar.</summary>
    private static bool IsPair(char one, char other) =>
        IsWideLetter(one) && IsWideLetter(other) && !(IsHiragana(one) && IsHiragana(other))
        && !ChineseGrammar.Contains(one) && !ChineseGrammar.Contains(other);

    private static bool IsHiragana(char letter) => letter is >= '\u3040' and <= '\u309F';

    private static bool IsPart(char letter) =>
        !UnspacedScripts.IsWide(letter)
        && (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter)
            // Vowel signs of Indic scripts are inside words.
            || char.GetUnicodeCategory(letter)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);

    private static bool IsWideLetter(char letter) => UnspacedScripts.IsWide(letter) && char.IsLetter(letter);
}

/// <param name="term">In lower case.</param>
/// <param name="start">Where it begins in the sentence.</param>
/// <param name="isCommon">Whether it is a word of any talk (<see cref="CommonWords"/>).</param>
internal delegate void TermAction(ReadOnlySpan<char> term, int start, bool isCommon);
