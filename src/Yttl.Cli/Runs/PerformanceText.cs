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
    private const int BarWidth = 24;
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
            console.Write(Phases(measured));
        foreach (var error in measured.ErrorsByProvider)
            console.WriteLine(SafeText.Line(
                $"{Quantity.Count(error.Count, "failed attempt", "failed attempts")} of {error.Provider}: {error.Category.Name()}"));
        foreach (var line in PerformanceFacts.Remarks(measured))
            console.WriteLine($"- {SafeText.Line(line)}");
        console.WriteLine();
    }

    private static Spectre.Console.Table Phases(ReportPerformance measured)
    {
        var table = new Spectre.Console.Table { Border = TableBorder.None, ShowHeaders = true };
        foreach (var heading in (string[])["  Phase", "Time", "Share", "", "Work", "Waits", "Calls"])
            table.AddColumn(new TableColumn(new Text(heading)) { NoWrap = true });
        foreach (var phase in measured.Phases)
            table.AddRow(
                new Text($"  {SafeText.Line(phase.Name)}"),
                new Text(Quantity.Duration(phase.Seconds)),
                new Text(PerformanceFacts.Share(phase.Seconds, measured)),
                new Text(Bar(phase.Seconds, measured.TotalSeconds), new Style(Color.Teal)),
                new Text(Quantity.Duration(phase.WorkSeconds)),
                new Text(phase.WaitSeconds > 0 ? Quantity.Duration(phase.WaitSeconds) : "–"),
                new Text(phase.Calls.ToString(CultureInfo.InvariantCulture)));
        return table;
    }

    private static string Bar(double seconds, double total) =>
        new('█', total > 0 ? (int)Math.Round(Math.Clamp(seconds / total, 0, 1) * BarWidth) : 0);
}
