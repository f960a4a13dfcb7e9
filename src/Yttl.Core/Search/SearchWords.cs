using Yttl.Core.Failures;
using Yttl.Core.Text;

namespace Yttl.Core.Search;

/// <summary>
/// Search words in any script. Case, accents and the width of characters are ignored (<c>zurich</c> matches
/// <c>Zürich</c>), and a word matches as a prefix (<c>summar</c> matches <c>summaries</c>); in scripts without spaces
/// it matches anywhere. Punctuation separates words (<c>half-a-degree</c> is <c>half a degree</c>), as
/// <see cref="SearchText"/> has it.
/// </summary>
public sealed class SearchWords
{
    private readonly IReadOnlyList<string> _words;

    private SearchWords(IReadOnlyList<string> words) => _words = words;

    /// <param name="text">Words separated by white space or punctuation. No character in them has a meaning of its own.</param>
    /// <exception cref="YttlException"><c>search.words</c>: the text contains no word.</exception>
    public static SearchWords Parse(string text)
    {
        var words = SearchText.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        return words is not []
            ? new SearchWords(words)
            : throw new YttlException(
                FailureCategory.Input,
                "search.words",
                $"'{PlainText.OneLine(text)}' has no word to search for: give one word or more");
    }

    /// <summary>Returns the words that do not match.</summary>
    /// <param name="folded">Text of <see cref="SearchText.Fold"/>.</param>
    public IReadOnlyCollection<string> MissingIn(string folded) =>
        [.. _words.Where(word => Find(folded, word) < 0)];

    /// <summary>Returns whether each word is missing in one of two texts at most.</summary>
    public bool AreDisjoint(IReadOnlyCollection<string> missing, IReadOnlyCollection<string> alsoMissing) =>
        missing.Count + alsoMissing.Count <= _words.Count && !missing.Intersect(alsoMissing).Any();

    /// <summary>Returns the index of the first match of any word; 0 where there is none.</summary>
    /// <param name="text">Text as it was written.</param>
    public int FirstIn(string text)
    {
        var origins = new List<int>(text.Length);
        var folded = SearchText.Fold(text, origins);
        var first = _words.Select(word => Find(folded, word)).Where(index => index >= 0).DefaultIfEmpty(-1).Min();
        return first < 0 ? 0 : origins[first];
    }

    /// <summary>
    /// Returns what an index of <see cref="SearchText.Tokens"/> is asked for: a text in which all words match has each of
    /// these tokens, or one that begins with it. A text that has them may still lack a match.
    /// </summary>
    public IEnumerable<(string Token, bool IsPrefix)> Terms() => _words
        .Select(word => SearchText.Tokens(word).ToList())
        .SelectMany(tokens => tokens.Select((token, i) => (token, i == tokens.Count - 1)));

    private static int Find(string folded, string word)
    {
        for (var from = 0; from < folded.Length;)
        {
            var index = folded.IndexOf(word, from, StringComparison.Ordinal);
            if (index < 0 || SearchText.BeginsWord(folded, index))
                return index;
            from = index + 1;
        }

        return -1;
    }
}
