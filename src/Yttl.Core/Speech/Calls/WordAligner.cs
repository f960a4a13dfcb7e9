using System.Globalization;
using Yttl.Core.Text;

namespace Yttl.Core.Speech.Calls;

/// <summary>
/// Aligns words with the text of their phrase, which has the punctuation and the spaces that a list of words lacks.
/// </summary>
internal static class WordAligner
{
    // The letters within which a word is searched, so that it is not found in the next sentence.
    private const int Reach = 40;

    /// <summary>
    /// Gives every word its part of the text, so that the parts add up to <paramref name="text"/>. Characters between
    /// two words belong to the first, a space or an opening quote to the second. The pieces of a word are joined.
    /// </summary>
    /// <returns>Empty where the words cover less than half of the text: their times are then unusable.</returns>
    public static IReadOnlyList<SpokenWord> Fit(string text, IReadOnlyList<SpokenWord> words)
    {
        var found = new List<(int At, SpokenWord Word)>();
        var cursor = 0;
        foreach (var word in words.OrderBy(word => word.Start))
        {
            var spoken = word.Text.Trim();
            var reach = Math.Min(text.Length - cursor, spoken.Length + Reach);
            var at = spoken.Length == 0 ? -1 : text.IndexOf(spoken, cursor, reach, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
                continue;
            cursor = at + spoken.Length;
            if (found.Count > 0 && IsInsideWord(text, at))
                found[^1] = (found[^1].At, found[^1].Word with { End = word.End });
            else
                found.Add((found.Count == 0 ? 0 : WithOpening(text, at), word));
        }

        return found.Count == 0 || cursor * 2 < text.Length
            ? []
            : [.. found.Select((one, i) => one.Word with
            {
                Text = text[one.At..(i + 1 < found.Count ? found[i + 1].At : text.Length)],
            })];
    }

    private static bool IsInsideWord(string text, int at) =>
        at > 0 && !char.IsWhiteSpace(text[at - 1]) && !UnspacedScripts.IsLetter(text[at - 1]) && !UnspacedScripts.IsLetter(text[at]);

    private static int WithOpening(string text, int at)
    {
        var start = at;
        while (start > 0 && IsOpening(text[start - 1]))
            start--;
        if (start > 0 && !char.IsWhiteSpace(text[start - 1]))
            start = at;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        return start;
    }

    private static bool IsOpening(char letter) =>
        letter is '"' or '\'' or '¿' or '¡' || char.GetUnicodeCategory(letter) is
            UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation;
}
