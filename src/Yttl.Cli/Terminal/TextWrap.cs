using Spectre.Console;

namespace Yttl.Cli.Terminal;

/// <summary>Fits text into columns of a terminal, where some letters take two of them and some none.</summary>
internal static class TextWrap
{
    /// <summary>Breaks a text between words. A word that is longer than a line stands on one of its own, uncut.</summary>
    /// <param name="width">In columns, at least 1.</param>
    public static IReadOnlyList<string> Lines(string text, int width)
    {
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.GetCellWidth() + 1 + word.GetCellWidth() > width)
            {
                lines.Add(line);
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        return [.. lines, line];
    }

    /// <summary>Cuts a text that is too wide, and ends it with dots then.</summary>
    /// <param name="width">In columns.</param>
    /// <param name="dots">One character, or several where there is no such one.</param>
    public static string Cut(string text, int width, string dots)
    {
        if (Width(text) <= width)
            return text;
        var kept = new System.Text.StringBuilder();
        var left = width - dots.Length;
        foreach (var rune in text.EnumerateRunes())
        {
            left -= rune.ToString().GetCellWidth();
            if (left < 0)
                break;
            kept.Append(rune);
        }

        return width < dots.Length ? "" : kept.ToString().TrimEnd() + dots;
    }

    /// <summary>Returns the columns that a text takes. Most texts are ASCII, which needs no table of widths.</summary>
    public static int Width(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.GetCellWidth() : text.Length;

    /// <summary>Fills a text with spaces to the width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));
}
