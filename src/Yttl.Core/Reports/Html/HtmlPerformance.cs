using System.Globalization;
using Yttl.Core.Failures;
using Yttl.Core.Performance;
using Yttl.Core.Text;

namespace Yttl.Core.Reports.Html;

/// <summary>Where the time went: figures, their meaning, a drawing, and the data of the drawing as a table.</summary>
internal static class HtmlPerformance
{
    public static void Write(HtmlWriter html, ReportPerformance measured)
    {
        using (html.Element("section").Class("appendix").Id("performance").With("aria-labelledby", "performance-title"))
        {
            html.Element("h2").Id("performance-title").Text("Performance");
            WriteFigures(html, measured);
            WriteList(html, PerformanceFacts.Remarks(measured));
            WritePhases(html, measured);
            HtmlTimeline.Write(html, measured);
            WriteErrors(html, measured);
            WriteSteps(html, measured);
        }
    }

    private static void WriteFigures(HtmlWriter html, ReportPerformance measured)
    {
        using var list = html.Element("dl").Class("figures");
        foreach (var (name, value) in PerformanceFacts.Of(measured))
        {
            using var pair = html.Element("div");
            html.Element("dt").Text(name);
            html.Element("dd").Text(value);
        }
    }

    private static void WriteList(HtmlWriter html, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
            return;
        using var list = html.Element("ul").Class("advice");
        foreach (var line in lines)
            html.Element("li").Text(line);
    }

    private static void WritePhases(HtmlWriter html, ReportPerformance measured) => HtmlTable.Write(
        html,
        ["Phase", "Time", "Share", "Work", "Waits", "Calls"],
        [.. measured.Phases.Select(phase => (string[])
        [
            phase.Name, Quantity.Duration(phase.Seconds), PerformanceFacts.Share(phase.Seconds, measured),
            Quantity.Duration(phase.WorkSeconds), Waited(phase.WaitSeconds), Number(phase.Calls),
        ])],
        HtmlTimeline.ColorOf);

    private static void WriteErrors(HtmlWriter html, ReportPerformance measured) => HtmlTable.Write(
        html,
        ["Provider", "Failure", "Attempts"],
        [.. measured.ErrorsByProvider.Select(error => (string[])
            [error.Provider, error.Category.Name(), Number(error.Count)])]);

    private static void WriteSteps(HtmlWriter html, ReportPerformance measured)
    {
        if (measured.Steps.Count == 0)
            return;
        using var details = html.Element("details").Class("transcript");
        html.Element("summary").Text($"{Quantity.Count(measured.Steps.Count, "step", "steps")} as a table");
        HtmlTable.Write(
            html,
            ["Step", "Start", "Length", "Slot", "Attempts", "Waits", "End"],
            [.. measured.Steps.Select(step => (step.Start, Row(step)))
                .Concat(measured.Delays.Select(delay => (delay.Start, Row(delay))))
                .OrderBy(row => row.Start)
                .Select(row => row.Item2)]);
    }

    private static string[] Row(ReportStep step) =>
    [
        step.Name, Seconds(step.Start), Quantity.Duration((step.End - step.Start).TotalSeconds), Number(step.Slot + 1),
        Number(step.Attempts), Waited(step.WaitSeconds), Ending(step),
    ];

    private static string[] Row(ReportDelay delay)
    {
        var length = Quantity.Duration((delay.End - delay.Start).TotalSeconds);
        return [delay.Name, Seconds(delay.Start), length, "–", "–", length, "waited to be called again"];
    }

    private static string Waited(double seconds) => seconds > 0 ? Quantity.Duration(seconds) : "–";

    private static string Ending(ReportStep step) =>
        step.Failure is { } failure ? failure.Name() : step.Reused ? "remembered" : "done";

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.000} s");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
