using Spectre.Console;

namespace Yttl.Cli.Screen;

internal static class Table
{
    /// <summary>Columns on stdout: drawn on a terminal, separated by spaces elsewhere.</summary>
    public static void Write(Surroundings surroundings, IReadOnlyList<string> headings, IEnumerable<string[]> rows)
    {
        var table = new Spectre.Console.Table
        {
            Border = surroundings.OutputIsScreen ? TableBorder.Rounded : TableBorder.None,
        };
        foreach (var heading in headings)
            table.AddColumn(new TableColumn(new Text(heading)) { NoWrap = !surroundings.OutputIsScreen });
        foreach (var row in rows)
            table.AddRow(row.Select(cell => new Text(SafeText.Line(cell))));
        Consoles.OfOutput(surroundings).Write(table);
    }
}
