namespace Yttl.Core.Reports.Html;

internal static class HtmlTable
{
    /// <summary>Writes a table. The first cell of a row is its heading. Without rows it writes nothing.</summary>
    /// <param name="swatch">
    /// Returns the class of the colour before a row's heading, by the row's number; null for no colour.
    /// </param>
    public static void Write(
        HtmlWriter html, string[] headings, IReadOnlyList<string[]> rows, Func<int, string>? swatch = null)
    {
        if (rows.Count == 0)
            return;
        using (html.Element("table"))
        {
            using (html.Element("thead"))
            using (html.Element("tr"))
            {
                foreach (var heading in headings)
                    html.Element("th").With("scope", "col").Text(heading);
            }
            using (html.Element("tbody"))
            {
                foreach (var (index, row) in rows.Index())
                    WriteRow(html, row, swatch?.Invoke(index));
            }
        }
    }

    private static void WriteRow(HtmlWriter html, string[] cells, string? swatch)
    {
        using var row = html.Element("tr");
        using (html.Element("th").With("scope", "row"))
        {
            if (swatch is not null)
                html.Element("span").Class($"swatch {swatch}").Dispose();
            html.Text(cells[0]);
        }
        foreach (var cell in cells.Skip(1))
            html.Element("td").Text(cell);
    }
}
