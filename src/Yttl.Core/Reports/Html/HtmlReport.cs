namespace Yttl.Core.Reports.Html;

/// <summary>
/// A report as one self-contained page. It makes no request and needs nothing but itself (and the recording beside it,
/// where there is one). It is complete and readable without its script.
/// </summary>
internal static class HtmlReport
{
    /// <param name="folder">
    /// The folder of the page, which the path to a recording is relative to; null embeds no recording.
    /// </param>
    public static void Write(Report report, string? folder, TextWriter output, CancellationToken cancellationToken)
    {
        var html = new HtmlWriter(output);
        var page = new ReportPage(report, PlayableMedia.Find(report.Video.MediaPath, folder), html);
        html.Doctype();
        // The page's own words are English. Its layout follows the direction of the summary.
        using (html.Element("html").With("lang", "en").With("dir", Direction(page)))
        {
            HtmlHead.Write(html, report.Video.Title, Policy(page));
            using (html.Element("body"))
                WriteBody(page, cancellationToken);
        }
        output.Write('\n');
    }

    private static string Direction(ReportPage page) => TextDirection.From(page.SummaryLanguage) is "rtl" ? "rtl" : "ltr";

    /// <summary>
    /// Allows the page's own style and script, and the recording where one is embedded, and nothing else.
    /// </summary>
    private static string Policy(ReportPage page) =>
        $"default-src 'none'; style-src {TrustedMarkup.Style.PolicySource}; script-src {TrustedMarkup.Script.PolicySource}; "
        + (page.Media is null ? "" : "media-src 'self' file:; ")
        + "base-uri 'none'; form-action 'none'";

    private static void WriteBody(ReportPage page, CancellationToken cancellationToken)
    {
        var html = page.Html;
        html.Element("a").Class("skip").Href(LinkTarget.Here("summary")).Text("Skip to the summary");
        WriteSearch(html);
        using (html.Element("main").Class("page"))
        {
            HtmlMasthead.Write(page);
            HtmlBanner.Write(page);
            using (html.Element("section").Id("summary").With("aria-labelledby", "summary-title"))
            {
                html.Element("h2").Id("summary-title").Text("Summary");
                HtmlSections.WriteOverall(page);
            }
            HtmlContents.Write(page);
            using (html.Element("div").Class("body"))
            {
                HtmlSections.Write(page, cancellationToken);
                WriteNotes(page);
                if (page.Report.Performance is { } performance)
                    HtmlPerformance.Write(html, performance);
            }
        }
        html.Element("script").Raw(TrustedMarkup.Script);
    }

    /// <summary>Writes the search bar. It is hidden until its script has started.</summary>
    private static void WriteSearch(HtmlWriter html)
    {
        using (html.Element("form").With("role", "search").Id("search").Flag("hidden"))
        {
            html.Element("input").With("type", "search").Id("query").With("aria-label", "Search summaries and transcript")
                .With("placeholder", "Search summaries and transcript").With("autocomplete", "off").With("spellcheck", "false")
                .With("aria-keyshortcuts", "/").With("enterkeyhint", "search").Dispose();
            html.Element("output").Id("matches").With("for", "query").With("aria-live", "polite").Text("");
            html.Element("button").With("type", "button").Id("previous").With("aria-label", "Previous match").Text("↑");
            html.Element("button").With("type", "button").Id("next").With("aria-label", "Next match").Text("↓");
        }
    }

    /// <summary>Writes how the report came to be.</summary>
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
