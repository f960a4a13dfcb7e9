using System.Text.RegularExpressions;

namespace Yttl.Core.Text;

/// <summary>Folds text onto one line.</summary>
public static partial class PlainText
{
    /// <summary>Replaces each run of white space by one space, and removes it at both ends.</summary>
    public static string Fold(string text) =>
        IsFolded(text) ? text : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>
    /// Cuts a line after at most <paramref name="length"/> characters, at a space where one is near, and adds an ellipsis.
    /// </summary>
    /// <param name="line">Longer than <paramref name="length"/>.</param>
    internal static string Cut(string line, int length)
    {
        var space = line.LastIndexOf(' ', length);
        var end = space > length / 2 ? space : length - (char.IsHighSurrogate(line[length - 1]) ? 1 : 0);
        return line[..end].TrimEnd(',', ';', ':', ' ') + '…';
    }

    /// <summary>Joins two sentences. Scripts without spaces between words have none between sentences.</summary>
    internal static string Join(string text, string next) =>
        text.Length == 0 ? next : text + (UnspacedScripts.IsWide(text[^1]) ? "" : " ") + next;

    /// <summary>Folds untrusted text: as <see cref="Fold"/>, but control characters count as white space.</summary>
    /// <returns>Null where nothing is left.</returns>
    public static string? OneLine(string? text) =>
        text is null ? null : Blanks().Replace(text, " ").Trim() is { Length: > 0 } line ? line : null;

    private static bool IsFolded(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter) && (letter != ' ' || before == ' '))
                return false;
            before = letter;
        }

        return text.Length == 0 || before != ' ';
    }

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
