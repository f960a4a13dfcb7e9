using System.Text.RegularExpressions;
using Yttl.Core.Languages;

namespace Yttl.Core.Summaries.Doubts;

/// <summary>Finds words that are names by their capitals.</summary>
internal static partial class NameReader
{
    private const int LongestUnit = 4;

    /// <summary>Whether capitals tell names in a language: not where every noun has one, nor where letters have none.</summary>
    public static bool Works(LanguageTag? language) => language?.Primary.ToLowerInvariant() is not ("de" or "lb");

    /// <summary>Returns the names in a text, word by word as they stand in it.</summary>
    /// <param name="isName">Tells whether a word that begins a sentence is a name: all such words have a capital.</param>
    public static IEnumerable<string> In(string text, Func<string, bool> isName)
    {
        var isStart = true;
        var end = 0;
        foreach (Match match in Word().Matches(text))
        {
            // The unit of a number: 2.5KB, 0.5 GB.
            if (match.Length <= LongestUnit && match.Value.Any(char.IsUpper)
                && text.AsSpan(0, match.Index).TrimEnd(' ') is [.., var before] && char.IsDigit(before))
                continue;
            isStart |= Break().IsMatch(text[end..match.Index]);
            var word = match.Value;
            if (char.IsUpper(word[0]) && word.Length > 1 && (!isStart || word.Skip(1).Any(char.IsUpper) || isName(word)))
                yield return Possessive().Replace(word, "");
            (isStart, end) = (false, match.Index + match.Length);
        }
    }

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}\p{Nd}]*(?:['’]\p{L}+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // After these a capital says nothing.
    [GeneratedRegex(@"[.!?:;…。\n•""“”„«»()\[\]]|\s[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex Break();

    [GeneratedRegex(@"['’](?:s|S)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();
}
