using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.LocalEngine.Search;

/// <summary>
/// Search words in any script. Case, accents and the width of characters are ignored (<c>zurich</c> matches
/// <c>Zürich</c>), and a word matches as a prefix (<c>summar</c> matches <c>summaries</c>); in scripts without spaces
/// it matches anywhere.
/// </summary>
internal sealed class SearchWords
{
    private const CompareOptions Alike =
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace
        | CompareOptions.IgnoreWidth | CompareOptions.IgnoreKanaType;

    private static readonly CompareInfo Texts = CultureInfo.InvariantCulture.CompareInfo;

    private readonly IReadOnlyList<string> _words;

    private SearchWords(IReadOnlyList<string> words) => _words = words;

    /// <exception cref="YttlException"><c>search.words</c>: the text contains no word.</exception>
    public static SearchWords Parse(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(IsWord).Distinct().ToList();
        return words is not []
            ? new SearchWords(words)
            : throw new YttlException(
                FailureCategory.Input, "search.words", "There is nothing to search for: give one word or more.");
    }

    public bool AllIn(string text) => _words.All(word => Find(text, word) >= 0);

    /// <summary>Returns the index of the first match of any word; 0 where there is none.</summary>
    public int FirstIn(string text) =>
        _words.Select(word => Find(text, word)).Where(index => index >= 0).DefaultIfEmpty(0).Min();

    /// <summary>
    /// Excludes text that consists of accents or invisible characters only, which would match everywhere.
    /// </summary>
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

    /// <summary>Whether this is part of a word in a script that puts spaces between words.</summary>
    private static bool IsSpaced(char character) => CharUnicodeInfo.GetUnicodeCategory(character) switch
    {
        UnicodeCategory.OtherLetter =>
            !UnspacedScripts.IsLetter(character) && !UnspacedScripts.IsWide(character),
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => true,
        _ => char.IsLetterOrDigit(character),
    };
}
