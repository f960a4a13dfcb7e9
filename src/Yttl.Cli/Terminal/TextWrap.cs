using Spectre.Console;

namespace Yttl.Cli.Terminal;

/// <summary>Fits text into columns of a terminal, where some letters take two of them and some none.</summary>
internal static class TextWrap
{
    /// <summary>
    /// Breaks a text between words. A word that is longer than a line, such as a URL or a path, stands on one of its own,
    /// uncut. A text that fits stays as it is.
    /// </summary>
    /// <param name="width">In columns, at least 1.</param>
    /// <param name="indent">What each line but the first begins with.</param>
    public static IReadOnlyList<string> Lines(string text, int width, string indent = "")
    {
        if (Width(text) <= width)
            return [text];
        var (lines, line) = (new List<string>(), "");
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Trim().Length > 0 && Width(line) + 1 + Width(word) > width)
            {
                lines.Add(line);
                line = indent;
            }

            line = line.Trim().Length == 0 ? line + word : $"{line} {word}";
        }

        return [.. lines, line];
    }

    /// <summary>Breaks a command to type so that a shell still reads it as one.</summary>
    public static IReadOnlyList<string> Command(string command, int width)
    {
        const string More = " \\";
        var lines = Lines(command, width - More.Length, "  ");
        return Width(command) <= width ? [command]
            : [.. lines.Select((line, i) => i < lines.Count - 1 ? line + More : line)];
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

    /// <summary>Cuts the beginning of a path or URL that is too wide: its end tells it from others.</summary>
    public static string CutStart(string text, int width, string dots)
    {
        if (Width(text) <= width)
            return text;
        var runes = text.EnumerateRunes().ToList();
        var left = width - dots.Length;
        var first = runes.Count;
        while (first > 0 && (left -= runes[first - 1].ToString().GetCellWidth()) >= 0)
            first--;
        return width < dots.Length ? "" : dots + string.Concat(runes.Skip(first));
    }

    /// <summary>Fills a text with spaces to the width.</summary>
    public static string Pad(string text, int width) => text + new string(' ', Math.Max(0, width - Width(text)));
}
