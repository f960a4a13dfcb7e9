using Yttl.Core.Text;

namespace Yttl.LocalEngine.Search;

/// <summary>A passage on one line, short enough for a list of hits.</summary>
internal static class Snippet
{
    private const int Longest = 240;

    private const int Before = 80;

    /// <param name="index">Index of the first word that must be visible.</param>
    public static string Around(string text, int index)
    {
        var latest = Math.Max(0, text.Length - Longest);
        var start = BetweenCharacters(text, Math.Clamp(index - Before, 0, latest));
        var end = BetweenCharacters(text, Math.Min(text.Length, start + Longest));
        var snippet = PlainText.Fold(text[start..end]);
        return $"{(start > 0 ? "… " : "")}{snippet}{(end < text.Length ? " …" : "")}";
    }

    private static int BetweenCharacters(string text, int index) =>
        index > 0 && index < text.Length && char.IsLowSurrogate(text[index]) ? index - 1 : index;
}
