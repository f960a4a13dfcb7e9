using System.Text;

namespace Yttl.Benchmarks.Results;

/// <summary>A table for the terminal.</summary>
internal static class TableText
{
    public static string Of(ResultTable table)
    {
        List<IReadOnlyList<string>> lines =
        [
            ["", .. table.Columns, table.RatioName ?? "", table.HasTargets ? "target" : ""],
            .. table.Rows.Select(row => Cells(table, row)),
        ];
        var widths = lines[0].Select((_, column) => lines.Max(line => line[column].Length)).ToList();
        var text = new StringBuilder(table.Title).Append('\n');
        foreach (var line in lines)
        {
            var cells = line.Select((cell, column) =>
                column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column]));
            text.Append("  ").Append(string.Join("   ", cells).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    private static string[] Cells(ResultTable table, Row row) =>
    [
        row.Name, .. row.Figures, .. Enumerable.Repeat("", table.Columns.Count - row.Figures.Count),
        row.Ratio is { } ratio ? Figure.Ratio(ratio) : "",
        row.Target is { } target ? target + (row.IsMet == false ? ", missed" : "") : "",
    ];
}
