using System.Globalization;
using Yttl.Core.Failures;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// Words to look for in any script. Case, accents and the width of characters make no difference (<c>zurich</c> finds
/// <c>Zürich</c>), and a word finds those that begin with it (<c>summar</c> finds <c>summaries</c>); in scripts without
/// spaces it is found anywhere.
/// </summary>
internal sealed class SearchWords
{
    private const CompareOptions Alike =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
        | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType;

    private static readonly CompareInfo Texts = CultureInfo.InvariantCulture.CompareInfo;

    private readonly IReadOnlyList<string> _words;

    private SearchWords(IReadOnlyList<string> words) => _words = words;

    /// <exception cref="YttlException"><c>search.words</c>: there is no word in it.</exception>
    public static SearchWords Parse(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(IsWord).Distinct().ToList();
        return words is not []
            ? new SearchWords(words)
            : throw new YttlException(
                FailureCategory.Input, "search.words", "There is nothing to search for: give one word or more.");
    }

    public bool AllIn(string text) => _words.All(word => Find(text, word) >= 0);

    /// <summary>Where the first of the words begins; 0 where there is none.</summary>
    public int FirstIn(string text) =>
        _words.Select(word => Find(text, word)).Where(index => index >= 0).DefaultIfEmpty(0).Min();

    /// <summary>What is nothing but accents or invisible characters would be found everywhere.</summary>
    private static bool IsWord(string word) => Texts.Compare(word, "", Alike) != 0;

    private static int Find(string text, string word)
    {
        for (var from = 0; from < text.Length;)
        {
            var index = Texts.IndexOf(text.AsSpan(from), word, Alike);
            if (index < 0)
                return -1;
            if (BeginsWord(text, from + index))
                return from + index;
            from += index + 1;
        }

        return -1;
    }

    private static bool BeginsWord(string text, int index) =>
        index == 0 || !IsSpaced(text[index - 1]) || !IsSpaced(text[index]) || !char.IsLetterOrDigit(text[index]);

    /// <summary>
    /// Whether this is part of a word in a script that puts spaces between words. Of the letters without case, Thai to
    /// Burmese and everything from Khmer on (kana, Han) have none; Hangul has.
    /// </summary>
    private static bool IsSpaced(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.OtherLetter =>
            character is < '\u0E00' or (> '\u109F' and < '\u1780') or (>= '\uAC00' and <= '\uD7AF'),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        _ => char.IsLetterOrDigit(character),
    };
}
