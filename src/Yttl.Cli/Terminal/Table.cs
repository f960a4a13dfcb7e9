namespace Yttl.Cli.Terminal;

/// <summary>Columns on stdout, separated by spaces: in the width of a terminal, elsewhere never wrapped and never cut.</summary>
internal static class Table
{
    private const int Gap = 2;

    /// <summary>The least columns that a cut text is left with.</summary>
    private const int LeastCut = 10;

    /// <summary>The least columns that a wrapped text is left with: in fewer, the lines of a terminal are broken anyway.</summary>
    private const int LeastWrapped = 20;

    /// <summary>Writes a table whose last column is wrapped where it does not fit.</summary>
    public static void Write(CliContext surroundings, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var all = Safe(headings, rows);
        var widths = Widths(all);
        if (surroundings.OutputIsScreen)
            widths[^1] = Math.Min(widths[^1], Math.Max(LeastWrapped, surroundings.OutputWidth - Taken(widths[..^1])));
        foreach (var row in all)
        {
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
        var all = Safe(headings, rows);
        var widths = Widths(all);
        if (surroundings.OutputIsScreen && !Fit(widths, cut, surroundings.OutputWidth))
        {
            widths[spare] = 0;
            Fit(widths, cut, surroundings.OutputWidth);
        }

        var dots = surroundings.IsUtf8 ? "…" : "...";
        foreach (var row in all)
            WriteLine(surroundings, [.. row.Select((cell, column) => TextWrap.Cut(cell, widths[column], dots))], widths);
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

    private static List<string[]> Safe(IReadOnlyList<string> headings, IEnumerable<string[]> rows) =>
        [[.. headings], .. rows.Select(row => row.Select(SafeText.Line).ToArray())];
}
