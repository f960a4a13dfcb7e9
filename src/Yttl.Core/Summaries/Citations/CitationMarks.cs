using System.Globalization;
using System.Text.RegularExpressions;

namespace Yttl.Core.Summaries.Citations;

/// <summary>
/// Takes the citations out of a model's answer, in the forms that models write: <c>[3]</c>, <c>[2, 5-6]</c>, <c>[1][2]</c>,
/// <c>【3†source】</c>, <c>[Sentences 3 to 5]</c>, <c>[S3, S5]</c>, digits of any script, a bracket that is not closed. No
/// number of a citation is left in the text, whether a sentence has it or not.
/// </summary>
internal static partial class CitationMarks
{
    // The private use area of Unicode: one character for each citation. What is beyond names nothing.
    private const char First = '\uE000';
    private const char Last = '\uF8FF';

    /// <summary>Whether the character stands for a citation.</summary>
    public static bool IsMark(char letter) => letter is >= First and <= Last;

    /// <summary>Returns the place of a mark's citation among all.</summary>
    public static int IndexOf(char mark) => mark - First;

    /// <param name="count">The sentences that may be cited: from 1 to it.</param>
    /// <returns>The answer with a mark in place of each citation, and the sentences that each names.</returns>
    public static (string Text, IReadOnlyList<IReadOnlyList<int>> Cited) TakeOut(string answer, int count)
    {
        var cited = new List<IReadOnlyList<int>>();
        var text = Empty().Replace(Replace(Foreign().Replace(answer, ""), Brackets(), _ => true), "");
        // Round brackets are prose where the model cites in square ones.
        if (cited.Count == 0)
            text = Replace(text, Parentheses(), numbers => numbers.Count > 0);
        return (text, cited);

        string Replace(string from, Regex form, Func<IReadOnlyList<int>, bool> isCitation) => form.Replace(from, match =>
        {
            var numbers = NumbersIn(match.Value, count);
            if (!isCitation(numbers))
                return match.Value;
            cited.Add(numbers);
            return First + cited.Count - 1 <= Last ? ((char)(First + cited.Count - 1)).ToString() : "";
        });
    }

    /// <summary>Returns the numbers from 1 to <paramref name="count"/> that are named, ranges filled, in order.</summary>
    private static IReadOnlyList<int> NumbersIn(string citation, int count)
    {
        var numbers = new SortedSet<int>();
        long? before = null;
        var end = 0;
        foreach (Match match in Number().Matches(citation))
        {
            var number = Value(match.Value);
            var (from, to) = before is { } start && Range().IsMatch(citation[end..match.Index])
                ? (Math.Min(start, number), Math.Max(start, number))
                : (number, number);
            for (var i = Math.Max(1, from); i <= Math.Min(count, to); i++)
                numbers.Add((int)i);
            (before, end) = (number, match.Index + match.Length);
        }

        return [.. numbers];
    }

    private static long Value(string digits)
    {
        var value = 0L;
        foreach (var rune in digits.EnumerateRunes())
            value = Math.Min(int.MaxValue, (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0));
        return value;
    }

    [GeneratedRegex("[\uE000-\uF8FF]", RegexOptions.NonBacktracking)]
    private static partial Regex Foreign();

    // Between two numbers of one citation stand separators or a short word: "and", "to", "S".
    [GeneratedRegex(
        @"[\[［【〔][^\p{Nd}\n\]］】〕]{0,16}\p{Nd}+(?:[^\p{Nd}\n\]］】〕]{1,16}\p{Nd}+)*[^\p{Nd}\n\]］】〕]{0,16}[\]］】〕]+"
        + @"(?:[ \t]*[,;][ \t]*\p{Nd}[\p{Nd} \t,;–—-]*[\]］】〕]+|\([^()\s]*\))?"
        + @"|[\[［【〔][ \t]*\p{Nd}[\p{Nd} \t,;–—-]*$",
        RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Brackets();

    [GeneratedRegex(
        @"[ \t]*[\[［【〔]\s*(?:none|no sources?|n/?a|[-–—?]*)\s*[\]］】〕]",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Empty();

    // At the end of a sentence alone.
    [GeneratedRegex(
        @"[(（]\s*(?i:sentences?\s+|lines?\s+)?\p{Nd}+(?:\s*(?:[,;/&–—-]|and|to)\s*\p{Nd}+)*\s*[)）]"
        + @"(?=[ \t.!?…。]*(?:$|\n|[ \t]\p{Lu}|\p{Lo}))")]
    private static partial Regex Parentheses();

    [GeneratedRegex(@"\p{Nd}+", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^\s*(?:[-‐‑‒–—―~〜～]|\.\.+|…|to|through|thru|until|bis|à|a|al|até|tot|до|至|到|から)\s*\p{L}?\s*$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Range();
}
