using System.Globalization;
using Spectre.Console;
using Yttl.Cli.Terminal;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Text;

namespace Yttl.Cli.Runs;

/// <summary>Where the time of a run went, for people: figures, phases as bars, and what to change.</summary>
internal static class PerformanceText
{
    private const int WidestBar = 24;

    /// <summary>A shorter bar tells nothing apart.</summary>
    private const int LeastBar = 6;

    private const int PlainWidth = 100;

    /// <summary>For a file or a pipe: no colours, lines of at most 100 characters without trailing spaces.</summary>
    /// <param name="title">The title of the source, untrusted.</param>
    public static string Plain(string title, ReportPerformance measured)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Write(Consoles.Plain(text, PlainWidth), title, measured);
        return string.Join('\n', text.ToString().Split('\n').Select(line => line.TrimEnd()));
    }

    /// <param name="title">The title of the source, untrusted.</param>
    public static void Write(IAnsiConsole console, string title, ReportPerformance measured)
    {
        console.WriteLine($"Performance: {SafeText.Line(title)}");
        var figures = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var (name, value) in PerformanceFacts.Of(measured))
            figures.AddRow(new Text($"  {name}"), new Text(value));
        console.Write(figures);
        if (measured.Phases.Count > 0)
            WritePhases(console, measured);
        foreach (var error in measured.ErrorsByProvider)
            console.WriteLine(SafeText.Line(
                $"{Quantity.Count(error.Count, "failed attempt", "failed attempts")} of {error.Provider}: {error.Category.Name()}"));
        foreach (var line in PerformanceFacts.Remarks(measured).SelectMany(text =>
            TextWrap.Lines($"- {SafeText.Line(text)}", console.Profile.Width, "  ")))
            console.WriteLine(line);
        console.WriteLine();
    }

    /// <summary>The phases in the columns that there are: in few of them without bars, then without work, waits and shares.</summary>
    private static void WritePhases(IAnsiConsole console, ReportPerformance measured)
    {
        List<Column> columns =
        [
            Of("  Phase", phase => $"  {SafeText.Line(phase.Name)}"),
            Of("Time", phase => Quantity.Duration(phase.Seconds)),
            Of("Share", phase => PerformanceFacts.Share(phase.Seconds, measured)),
            Of("Work", phase => Quantity.Duration(phase.WorkSeconds)),
            Of("Waits", phase => phase.WaitSeconds > 0 ? Quantity.Duration(phase.WaitSeconds) : "–"),
            Of("Calls", phase => phase.Calls.ToString(CultureInfo.InvariantCulture)),
        ];
        foreach (var spare in (string[])["Work", "Waits", "Share"])
            if (columns.Sum(column => column.Width) > console.Profile.Width + 1)
                columns.RemoveAll(column => column.Rows[0] == spare);
        var bar = Math.Min(WidestBar, console.Profile.Width - columns.Sum(column => column.Width));
        if (bar >= LeastBar)
            columns.Insert(3, Of("", phase => Bar(phase.Seconds, measured.TotalSeconds, bar)) with { Style = new Style(Color.Teal) });

        for (var row = 0; row <= measured.Phases.Count; row++)
        {
            // A table of Spectre's takes two columns more for each of its own than it shows.
            var line = new Paragraph().Overflow(Overflow.Crop);
            foreach (var column in columns)
                line.Append(column == columns[^1] ? column.Rows[row] : TextWrap.Pad(column.Rows[row], column.Width), column.Style);
            console.Write(line);
            console.WriteLine();
        }

        Column Of(string heading, Func<ReportPhase, string> cell) => new([heading, .. measured.Phases.Select(cell)]);
    }

    private static string Bar(double seconds, double total, int width) =>
        new('█', total > 0 ? (int)Math.Round(Math.Clamp(seconds / total, 0, 1) * width) : 0);

    /// <param name="Rows">The heading, and a cell for each phase.</param>
    private sealed record Column(IReadOnlyList<string> Rows)
    {
        public Style Style { get; init; } = Style.Plain;

        /// <summary>With the space behind it.</summary>
        public int Width { get; } = Rows.Max(cell => cell.GetCellWidth()) + 1;
    }
}
