using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.LocalEngine.Search;

/// <summary>A passage on one line, short enough for a list of hits, without half a word at its ends.</summary>
internal static class Snippet
{
    private const int Longest = 240;

    private const int Before = 80;

    /// <summary>A longer word, or a text without spaces, is cut between characters.</summary>
    private const int LongestWord = 40;

    /// <param name="index">Index of the first word that must be visible.</param>
    public static string Around(string text, int index)
    {
        var latest = Math.Max(0, text.Length - Longest);
        var start = Start(text, Math.Clamp(index - Before, 0, latest), index);
        var end = End(text, Math.Min(text.Length, start + Longest), index);
        var snippet = PlainText.Fold(text[start..end]);
        return $"{(start > 0 ? "… " : "")}{snippet}{(end < text.Length ? " …" : "")}";
    }

    /// <summary>Returns the next place at which a word begins, at most <paramref name="index"/>.</summary>
    private static int Start(string text, int from, int index)
    {
        for (var start = from; start <= Math.Min(index, from + LongestWord); start++)
            if (start == 0 || char.IsWhiteSpace(text[start - 1]))
                return start;
        return BetweenCharacters(text, from);
    }

    /// <summary>Returns the last place at which a word ends, after <paramref name="index"/>.</summary>
    private static int End(string text, int to, int index)
    {
        for (var end = to; end > Math.Max(index, to - LongestWord); end--)
            if (end == text.Length || char.IsWhiteSpace(text[end]))
                return end;
        return BetweenCharacters(text, to);
    }

    private static int BetweenCharacters(string text, int index)
    {
        while (index > 0 && index < text.Length && ContinuesCharacter(text, index))
            index--;
        return index;
    }

    private static bool ContinuesCharacter(string text, int index) =>
        char.IsLowSurrogate(text[index])
        || CharUnicodeInfo.GetUnicodeCategory(text, index) is UnicodeCategory.NonSpacingMark
            or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;
}
