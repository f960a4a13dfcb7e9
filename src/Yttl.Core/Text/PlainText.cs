using System.Text.RegularExpressions;

namespace Yttl.Core.Text;

/// <summary>Text on one line.</summary>
public static partial class PlainText
{
    /// <summary>With one space for all white space between words, and none around them.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As <see cref="Fold"/>, of what others wrote: control characters are white space too.</summary>
    /// <returns>Null when nothing else is left.</returns>
    public static string? OneLine(string? text) =>
        text is null ? null : Blanks().Replace(text, " ").Trim() is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
