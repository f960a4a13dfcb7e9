using Spectre.Console;

namespace Yttl.Cli.Terminal;

internal static class Table
{
    /// <summary>
    /// Writes columns to stdout: drawn on a terminal, elsewhere separated by spaces and never wrapped.
    /// </summary>
    public static void Write(CliContext surroundings, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var safe = rows.Select(row => row.Select(SafeText.Line).ToArray()).ToList();
        if (surroundings.OutputIsScreen)
            Draw(Consoles.OfOutput(surroundings), headings, safe);
        else
            Align(surroundings.Output, [[.. headings], .. safe]);
    }

    private static void Draw(IAnsiConsole console, IReadOnlyList<string> headings, List<string[]> rows)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.Rounded };
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)));
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(cell)));
        console.Write(table);
    }

    private static void Align(TextWriter output, List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToList();
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }
}
