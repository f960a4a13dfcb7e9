using System.Buffers;
using System.Globalization;

namespace Yttl.Core.Summaries.Extractive;

/// <summary>Fillers, and words said twice in a row, with or without a comma between.</summary>
internal static class Hesitations
{
    /// <summary>A longer word is not said twice by mistake.</summary>
    private const int LongestTwice = 20;

    private static readonly string[] Fillers =
        ["um", "uh", "you know", "i mean", "like", "kind of", "sort of", "äh", "ähm", "euh", "eh"];

    /// <summary>The letters that fillers begin with.</summary>
    private static readonly SearchValues<char> FillerStarts = SearchValues.Create("uyilkäsÄeUYILKSE");

    /// <summary>Counts them from the start on; none begins inside another.</summary>
    public static int Count(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var start = 0; start < text.Length;)
        {
            if (!IsPart(text[start]))
            {
                start++;
                continue;
            }

            var end = EndOfWord(text, start);
            var length = Filler(text, start) is var filler && filler > 0 ? filler : Twice(text, start, end);
            count += length > 0 ? 1 : 0;
            start = Math.Max(end, start + length);
        }

        return count;
    }

    private static int Filler(ReadOnlySpan<char> text, int start)
    {
        if (!FillerStarts.Contains(text[start]))
            return 0;
        var rest = text[start..];
        foreach (var filler in Fillers)
            if (rest.StartsWith(filler, StringComparison.OrdinalIgnoreCase) && EndOfWord(rest, filler.Length) == filler.Length)
                return filler.Length;
        return 0;
    }

    private static int Twice(ReadOnlySpan<char> text, int start, int end)
    {
        var word = text[start..end];
        var again = end < text.Length && text[end] == ',' ? end + 2 : end + 1;
        return word.Length <= LongestTwice && again < text.Length && text[again - 1] == ' '
            && text[again..].StartsWith(word, StringComparison.OrdinalIgnoreCase)
            && EndOfWord(text, again + word.Length) == again + word.Length
                ? again + word.Length - start
                : 0;
    }

    private static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsPart(text[start]))
            start++;
        return start;
    }

    /// <summary>As <c>\w</c> of a regular expression.</summary>
    private static bool IsPart(char letter) => char.IsAscii(letter)
        ? char.IsAsciiLetterOrDigit(letter) || letter == '_'
        : char.IsLetter(letter) || char.GetUnicodeCategory(letter)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;
}
