namespace Yttl.Cli.Terminal;

/// <summary>Columns on stdout, separated by spaces: in the width of a terminal, elsewhere never wrapped and never cut.</summary>
internal static class Table
{
    private const int Gap = 2;

    private const string Indent = "    ";

    /// <summary>The least columns that a cut text is left with.</summary>
    private const int LeastCut = 10;

    /// <summary>The least columns that a wrapped text is left with: in fewer, the lines of a terminal are broken anyway.</summary>
    private const int LeastWrapped = 20;

    /// <summary>
    /// Writes a table whose last column is wrapped where it does not fit. A row that is too wide for its columns, or has a
    /// word that is, such as a path, stands on lines of its own.
    /// </summary>
    public static void Write(CliContext surroundings, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var all = Shown(surroundings, headings, rows);
        var widths = Widths(all);
        if (surroundings.OutputIsScreen)
            FitLast(widths, surroundings.OutputWidth);
        foreach (var row in all)
        {
            if (row[..^1].Append(LongestWord(row[^1])).Where((cell, column) => TextWrap.Width(cell) > widths[column]).Any())
            {
                foreach (var line in TextWrap.Lines(Joined(row), surroundings.OutputWidth, Indent))
                    surroundings.Output.WriteLine(line);
                continue;
            }

            var last = TextWrap.Lines(row[^1], widths[^1]);
            WriteLine(surroundings, [.. row[..^1], last[0]], widths);
            foreach (var line in last.Skip(1))
                WriteLine(surroundings, [.. row[..^1].Select(_ => ""), line], widths);
        }
    }

    /// <summary>Writes a table with one line for each row.</summary>
    /// <param name="cut">The columns that are cut where they do not fit, the widest first.</param>
    /// <param name="spare">The column that is left out where cutting does not suffice.</param>
    public static void WriteLines(
        CliContext surroundings, IReadOnlyList<string> headings, IEnumerable<string[]> rows, int[] cut, int spare)
    {
        var all = Shown(surroundings, headings, rows);
        var widths = Widths(all);
        if (surroundings.OutputIsScreen && !Fit(widths, cut, surroundings.OutputWidth))
        {
            widths = Widths(all);
            widths[spare] = 0;
            Fit(widths, cut, surroundings.OutputWidth);
        }

        var dots = surroundings.IsUtf8 ? "…" : "...";
        foreach (var row in all)
            WriteLine(surroundings, [.. row.Select((cell, column) => IsPlace(cell)
                ? TextWrap.CutStart(cell, widths[column], dots)
                : TextWrap.Cut(cell, widths[column], dots))], widths);
    }

    /// <summary>Whether a cell is a path or a URL.</summary>
    private static bool IsPlace(string cell) =>
        Path.IsPathRooted(cell) || cell.Split(' ')[0].Contains("://", StringComparison.Ordinal);

    private static string LongestWord(string text) => text.Split(' ').MaxBy(TextWrap.Width)!;

    private static string Joined(string[] row) => string.Join("  ", row.Where(cell => cell.Length > 0));

    /// <summary>Narrows the columns between the first and the last, always the widest of them, until the last has room.</summary>
    private static void FitLast(int[] widths, int width)
    {
        var least = Math.Min(widths[^1], LeastWrapped);
        while (widths.Length > 2 && Taken(widths[..^1]) + least > width)
        {
            var widest = Enumerable.Range(1, widths.Length - 2).MaxBy(column => widths[column]);
            if (widths[widest] <= LeastCut)
                break;
            widths[widest]--;
        }

        widths[^1] = Math.Min(widths[^1], Math.Max(least, width - Taken(widths[..^1])));
    }

    /// <summary>Narrows the columns that may be cut, always the widest of them.</summary>
    /// <returns>Whether the row fits now.</returns>
    private static bool Fit(int[] widths, int[] cut, int width)
    {
        while (Taken(widths) - Gap > width)
        {
            var widest = cut.MaxBy(column => widths[column]);
            if (widths[widest] <= LeastCut)
                return false;
            widths[widest]--;
        }

        return true;
    }

    /// <summary>The columns of all cells with the gap behind each. A column of no width has none.</summary>
    private static int Taken(IEnumerable<int> widths) => widths.Where(width => width > 0).Sum(width => width + Gap);

    private static void WriteLine(CliContext surroundings, IReadOnlyList<string> cells, int[] widths) =>
        surroundings.Output.WriteLine(string.Concat(cells
            .Select((cell, column) => widths[column] == 0 ? "" : TextWrap.Pad(cell, widths[column] + Gap))).TrimEnd());

    private static int[] Widths(List<string[]> rows) =>
        [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => TextWrap.Width(row[column])))];

    private static List<string[]> Shown(
        CliContext surroundings, IReadOnlyList<string> headings, IEnumerable<string[]> rows) =>
        [[.. headings], .. rows.Select(row => row.Select(surroundings.Shown).ToArray())];
}
