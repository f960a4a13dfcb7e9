using System.Text;

namespace Yttl.Benchmarks.Results;

/// <summary>
/// The page <c>docs/benchmarks.md</c>: where and when, every target and whether it was met, every table.
/// </summary>
internal static class BenchmarkPage
{
    public const string Targets = "Targets";

    /// <param name="isQuick">Whether inputs were smaller than they should be.</param>
    /// <param name="earlier">
    /// The page that is replaced. Its sections stay where they are not measured again; empty for none.
    /// </param>
    public static string Of(Machine machine, bool isQuick, IReadOnlyList<ScenarioResult> results, string earlier = "")
    {
        var before = new EarlierPage(earlier);
        var measured = results.ToDictionary(result => Text(result.Title));
        List<string> titles = [.. before.Titles.Union(measured.Keys)];
        List<string> kept = [.. titles.Where(title => !measured.ContainsKey(title))];
        var page = new StringBuilder();
        page.Append("# Benchmarks\n\n");
        page.Append("Ratios of runs made side by side on one machine; seconds are there to tell what was divided. ");
        page.Append("`dotnet run -c Release --project tests/Yttl.Benchmarks -- all` writes this page anew.\n\n");
        if (isQuick)
            page.Append("**A quick run with small inputs: it shows that everything runs, and nothing more.**\n\n");
        WriteMachine(machine, page);
        if (kept.Count > 0)
            page.Append(Figure.Of($"Kept from an earlier page: {string.Join(", ", kept)}.\n\n"));
        WriteFailures(results, page);
        var targets = titles.SelectMany(
            title => measured.TryGetValue(title, out var result) ? TargetsOf(result) : before.TargetsOf(title));
        WriteTargets([.. targets], page);
        foreach (var title in titles)
            if (measured.TryGetValue(title, out var result))
                Write(result, page);
            else
                page.Append(before.TextOf(title));
        return page.ToString();
    }

    private static void WriteMachine(Machine machine, StringBuilder page)
    {
        WriteTable(page, ["measured", ""],
        [
            ["date", Figure.Of($"{machine.Date:yyyy-MM-dd HH:mm} UTC")],
            ["processor", $"{machine.Cpu}, {Figure.Count(machine.Cores)} cores"],
            ["memory", Figure.Of($"{machine.Memory / 1073741824.0:0.0} GB")],
            ["system", machine.System],
            ["runtime", machine.Runtime],
            ["load at the start", machine.Load is { } load ? Figure.Ratio(load) : "unknown"],
        ]);
    }

    private static void WriteFailures(IReadOnlyList<ScenarioResult> results, StringBuilder page)
    {
        foreach (var result in results.Where(result => result.Failure is not null))
            page.Append(Figure.Of($"**`{result.Name}` broke off:** {Text(result.Failure!)}\n\n"));
    }

    private static void WriteTargets(List<string> rows, StringBuilder page)
    {
        if (rows.Count == 0)
            return;
        page.Append(Figure.Of($"## {Targets}\n\n"));
        WriteTable(page, ["what", "ratio of", "ratio", "target", ""], []);
        page.Length--;
        page.AppendJoin('\n', rows).Append("\n\n");
    }

    private static IEnumerable<string> TargetsOf(ScenarioResult result) =>
        from table in result.Tables
        from row in table.Rows
        where row.IsMet is not null
        select Line([$"{table.Title}: {row.Name}", table.RatioName ?? "", .. Judgement(row)]);

    private static void Write(ScenarioResult result, StringBuilder page)
    {
        page.Append(Figure.Of($"## {Text(result.Title)}\n\n"));
        page.Append(Figure.Of($"`yttl-bench {result.Name}`, {result.Took.TotalSeconds:0} s.\n\n"));
        foreach (var table in result.Tables)
        {
            page.Append(Figure.Of($"### {Text(table.Title)}\n\n{Text(table.Meaning)}\n\n"));
            WriteTable(page, Heads(table), table.Rows.Select(row => Cells(table, row)));
        }
    }

    private static string[] Heads(ResultTable table) =>
    [
        "", .. table.Columns,
        .. table.RatioName is { } name ? (string[])[name] : [],
        .. table.HasTargets ? (string[])["target", ""] : [],
    ];

    private static string[] Cells(ResultTable table, Row row)
    {
        var judgement = Judgement(row);
        return
        [
            row.Name, .. row.Figures, .. Enumerable.Repeat("", table.Columns.Count - row.Figures.Count),
            .. table.RatioName is null ? [] : judgement[..1],
            .. table.HasTargets ? judgement[1..] : [],
        ];
    }

    private static string[] Judgement(Row row) =>
    [
        row.Ratio is { } ratio ? Figure.Ratio(ratio) : "",
        row.Target?.ToString() ?? "",
        row.IsMet switch { true => "met", false => "**missed**", null => "" },
    ];

    private static void WriteTable(
        StringBuilder page, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        WriteLine(page, heads);
        WriteLine(page, [.. heads.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in rows)
            WriteLine(page, row);
        page.Append('\n');
    }

    private static void WriteLine(StringBuilder page, IReadOnlyList<string> cells) => page.Append(Line(cells)).Append('\n');

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(Text))} |";

    /// <summary>On one line, and in one cell.</summary>
    private static string Text(string text) =>
        text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
