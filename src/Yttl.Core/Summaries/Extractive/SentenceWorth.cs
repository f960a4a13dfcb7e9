using System.Buffers;
using System.Collections.Frozen;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>
/// Rates how well a sentence stands in a summary by itself, by its form: the product of factors for what speaks for it and
/// against it. What it is about is not looked at.
/// </summary>
internal static class SentenceWorth
{
    /// <summary>A sentence below this is an aside: it is taken only where there is no other.</summary>
    public const double Least = 0.25;

    private const double Song = 0.05;
    private const double Greeting = 0.1;
    private const double Question = 0.2;
    private const double Aside = 0.4;
    private const double GoesOn = 0.75;
    private const double Leaning = 0.75;
    private const double Fragment = 0.85;
    private const double Subordinate = 0.6;
    private const double Verbless = 0.75;
    private const double BrokenOff = 0.5;
    private const double Unfinished = 0.7;
    private const double Short = 0.6;
    private const double Commitment = 1.15;
    private const double Number = 1.15;

    private const int ShortInWords = 6;
    private const double CommaAsBreak = 0.4;

    // An ellipsis inside a sentence is where the speaker begins anew.
    private const double RestartAsBreaks = 4;

    private static readonly SearchValues<char> Commas = SearchValues.Create(",，、،");

    // By the number of terms: "Thank you." has none of its own.
    private static readonly double[] Substance = [0.02, 0.05, 0.1, 0.2];

    /// <param name="text">The sentence without its openers.</param>
    /// <param name="terms">How many different terms it has.</param>
    /// <param name="words">Its length, at least one.</param>
    /// <param name="habits">Of its language; null where they are unknown.</param>
    public static double Of(Sentence sentence, string text, int terms, int words, SpeechHabits? habits)
    {
        var worth = terms < Substance.Length ? Substance[terms] : 1;
        worth *= sentence.IsSung ? Song : 1;
        worth *= SpokenText.IsQuestion(text) ? Question : 1;
        worth *= words < ShortInWords ? Short : 1;
        worth *= text.AsSpan().ContainsAnyInRange('0', '9') ? Number : 1;
        worth *= text[^1] is ',' or ';' or ':' or '-' or '–' or '—' or '…' ? Unfinished : 1;
        worth *= Fluency(text, words);
        worth *= sentence.GoesOn || char.IsLower(sentence.Text[0]) && text.Length == sentence.Text.Length ? GoesOn : 1;
        return habits is null ? worth : worth * ByHabits(text, habits);
    }

    private static double ByHabits(string text, SpeechHabits habits)
    {
        var buffer = ArrayPool<char>.Shared.Rent(text.Length + 2);
        var worth = ByHabits(Plain(text, buffer), text.AsSpan().ContainsAny(Commas), habits);
        ArrayPool<char>.Shared.Return(buffer);
        return worth;
    }

    private static double ByHabits(ReadOnlySpan<char> plain, bool hasComma, SpeechHabits habits)
    {
        var first = plain[1..(1 + plain[1..].IndexOfAny(' ', '\''))];
        var worth = Contains(habits.Leaning, first) ? Leaning
            : habits.FragmentEnding is { } ending && first.EndsWith(ending, StringComparison.Ordinal) ? Fragment
            : 1;
        worth *= Contains(habits.Subordinators, first) && !hasComma ? Subordinate : 1;
        worth *= habits.Verbs is { } verbs && !plain.Contains('\'') && !plain.ContainsAny(verbs) ? Verbless : 1;
        var bare = plain.TrimEnd(' ');
        worth *= Contains(habits.Unfinished, bare[(bare.LastIndexOf(' ') + 1)..]) ? BrokenOff : 1;
        worth *= plain.ContainsAny(habits.Greetings) ? Greeting : 1;
        return worth * (plain.ContainsAny(habits.Asides) ? Aside : plain.ContainsAny(habits.Commitments) ? Commitment : 1);
    }

    private static bool Contains(FrozenSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Falls with each break in the sentence: restarts, repeated words, fillers, many commas.</summary>
    private static double Fluency(string text, int words)
    {
        var breaks = Hesitations.Count(text)
            + CommaAsBreak * text.AsSpan().CountAny(Commas)
            + RestartAsBreaks * text.AsSpan(0, text.Length - 1).Count('…');
        return Math.Max(0.5, 1 - breaks / words);
    }

    /// <summary>Returns the words in lower case, each between spaces.</summary>
    internal static ReadOnlySpan<char> Plain(string text, Span<char> plain)
    {
        var length = 1;
        plain[0] = ' ';
        foreach (var letter in text)
        {
            if (char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter is '-')
                plain[length++] = char.ToLowerInvariant(letter);
            else if (letter is '\'' or '’')
                plain[length++] = '\'';
            else if (plain[length - 1] != ' ')
                plain[length++] = ' ';
        }

        if (plain[length - 1] != ' ')
            plain[length++] = ' ';
        return plain[..length];
    }
}
