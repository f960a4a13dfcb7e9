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
        HtmlSearch.Write(html);
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
                HtmlAppendix.Write(page);
            }
        }
        html.Element("script").Raw(TrustedMarkup.Script);
    }
}
