using System.Globalization;
using Yttl.Core.Providers;

namespace Yttl.Core.Reports.Html;

/// <summary>How the report came about: notes on what was tried, and where the time went.</summary>
internal static class HtmlAppendix
{
    public static void Write(ReportPage page)
    {
        WriteNotes(page);
        if (page.Report.Performance is { } performance)
            WritePerformance(page.Html, performance);
    }

    private static void WriteNotes(ReportPage page)
    {
        if (page.Report.Notes.Count == 0)
            return;
        var html = page.Html;
        using (html.Element("section").Class("appendix").Id("notes").With("aria-labelledby", "notes-title"))
        {
            html.Element("h2").Id("notes-title").Text("Notes");
            using (html.Element("ul"))
            {
                foreach (var note in page.Report.Notes)
                    html.Element("li").Text(note);
            }
        }
    }

    private static void WritePerformance(HtmlWriter html, ReportPerformance performance)
    {
        using (html.Element("section").Class("appendix").Id("performance").With("aria-labelledby", "performance-title"))
        {
            html.Element("h2").Id("performance-title").Text("Performance");
            using (html.Element("dl").Class("figures"))
            {
                Figure("Total time", ReportWords.Duration(performance.TotalSeconds));
                Figure("Most at once", performance.ConcurrencyPeak.ToString(CultureInfo.InvariantCulture));
                Figure("Segments", performance.SegmentsProcessed.ToString(CultureInfo.InvariantCulture));
                if (performance.Tokens is { Input: > 0 } or { Output: > 0 })
                    Figure("Tokens in / out", FormattableString.Invariant($"{performance.Tokens.Input:N0} / {performance.Tokens.Output:N0}"));
                if (performance.Retries > 0)
                    Figure("Retries", performance.Retries.ToString(CultureInfo.InvariantCulture));
            }
            WritePhases(html, performance.Phases);
            WriteErrors(html, performance.ErrorsByProvider);
        }

        void Figure(string name, string value)
        {
            using var pair = html.Element("div");
            html.Element("dt").Text(name);
            html.Element("dd").Text(value);
        }
    }

    private static void WritePhases(HtmlWriter html, IReadOnlyList<ReportPhase> phases) =>
        WriteTable(html, ["Phase", "Time", "Calls"], phases.Select(phase => (string[])
            [phase.Name, ReportWords.Duration(phase.Seconds), phase.Calls.ToString(CultureInfo.InvariantCulture)]));

    private static void WriteErrors(HtmlWriter html, IReadOnlyList<CallErrors> errors) =>
        WriteTable(html, ["Provider", "Failure", "Attempts"], errors.Select(error => (string[])
            [error.Provider, ReportWords.Name(error.Category), error.Count.ToString(CultureInfo.InvariantCulture)]));

    /// <summary>The first cell of a row is its heading; nothing is written where there are no rows.</summary>
    private static void WriteTable(HtmlWriter html, string[] headings, IEnumerable<string[]> rows)
    {
        var lines = rows.ToList();
        if (lines.Count == 0)
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
                foreach (var line in lines)
                {
                    using var row = html.Element("tr");
                    html.Element("th").With("scope", "row").Text(line[0]);
                    foreach (var cell in line.Skip(1))
                        html.Element("td").Text(cell);
                }
            }
        }
    }
}
