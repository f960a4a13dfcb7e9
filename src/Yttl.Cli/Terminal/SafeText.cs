using System.Text;
using Yttl.Core.Text;

namespace Yttl.Cli.Terminal;

internal static class SafeText
{
    /// <summary>
    /// Makes one line that cannot move the cursor, colour the screen, ring the bell, set the window's title or turn the
    /// reading direction (https://trojansource.codes). Titles and messages of providers are untrusted. Addresses are shown
    /// without what gives access.
    /// </summary>
    public static string Line(string text)
    {
        text = Redaction.In(text);
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text.Trim(); // most lines, twenty thousand of them in a list
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
                safe.Append(' ');
            else if (!Rune.IsControl(rune) && !IsDirectionControl(rune))
                safe.Append(rune);
        }

        return safe.ToString().Trim();
    }

    /// <summary>Not only those without a partner: a line may be cut, and few terminals know the pairs.</summary>
    private static bool IsDirectionControl(Rune rune) =>
        rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
