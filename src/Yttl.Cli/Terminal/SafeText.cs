using System.Globalization;
using System.Text;

namespace Yttl.Cli.Terminal;

internal static class SafeText
{
    /// <summary>
    /// Makes one line that cannot move the cursor, colour the screen, ring the bell, set the window's title or turn the
    /// reading direction (https://trojansource.codes). Titles and messages of providers are untrusted.
    /// </summary>
    public static string Line(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                safe.Append(' ');
            else if (!Rune.IsControl(rune) && !IsDirectionMark(rune))
                safe.Append(rune);
        }

        return safe.ToString().Trim();
    }

    private static bool IsDirectionMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format
        && rune.Value is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
