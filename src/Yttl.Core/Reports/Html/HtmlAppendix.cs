namespace Yttl.Core.Reports.Html;

/// <summary>How the report came to be: notes on the run, and where the time went.</summary>
internal static class HtmlAppendix
{
    public static void Write(ReportPage page)
    {
        WriteNotes(page);
        if (page.Report.Performance is { } performance)
            HtmlPerformance.Write(page.Html, performance);
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
}
