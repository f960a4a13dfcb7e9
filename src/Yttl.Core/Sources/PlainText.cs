using System.Text.RegularExpressions;

namespace Yttl.Core.Sources;

/// <summary>Text of others on one line.</summary>
internal static partial class PlainText
{
    /// <returns>Null when nothing but blanks and control characters is left.</returns>
    public static string? OneLine(string? text) =>
        text is null ? null : Blanks().Replace(text, " ").Trim() is { Length: > 0 } line ? line : null;

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
