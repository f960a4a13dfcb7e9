using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>The table of contents: each hour with the titles of its segments, or their first words.</summary>
internal static class HtmlContents
{
    private const int LeadLength = 64;

    public static void Write(ReportPage page)
    {
        var html = page.Html;
        using (html.Element("nav").Class("contents").With("aria-labelledby", "contents-title"))
        {
            html.Element("h2").Id("contents-title").Text("Contents");
            using (html.Element("ul"))
            {
                Entry(page, "summary", "Summary");
                foreach (var list in MinutesList.From(page.Report.Overall))
                    Entry(page, list.Id, list.Heading);
                if (page.Report.ListedChapters().Count > 0)
                    Entry(page, "chapters", "Chapters");
            }
            foreach (var hour in page.Report.Hours)
                WriteHour(page, hour);
            using (html.Element("ul"))
            {
                if (page.Report.Notes.Count > 0)
                    Entry(page, "notes", "Notes");
                if (page.Report.Performance is not null)
                    Entry(page, "performance", "Performance");
            }
        }
    }

    private static void WriteHour(ReportPage page, ReportHour hour)
    {
        var html = page.Html;
        using (html.Element("p").Class("hour-link"))
            html.Element("a").Href(LinkTarget.Here(ReportPage.HourId(hour.Index))).Text(HtmlSections.Heading(page.Report, hour));
        using (html.Element("ol"))
        {
            foreach (var segment in hour.Segments)
                WriteSegment(page, segment);
        }
    }

    private static void WriteSegment(ReportPage page, ReportSegment segment)
    {
        var html = page.Html;
        using (html.Element("li"))
        using (html.Element("a").Href(LinkTarget.Here(ReportPage.SegmentId(segment.Index))))
        {
            html.Element("span").Class("when").Text(Timestamp.Text(segment.Start));
            html.Text(" ");
            var (lead, language) = segment.Title is { } title
                ? (title, page.Report.Transcript.Language)
                : (Prose.Lead(segment.Summary, LeadLength), page.SummaryLanguage);
            if (lead.Length > 0)
                html.Element("span").Class("lead").Language(language).Text(lead);
            else
                html.Element("span").Class("lead quiet").Text(ReportWords.Status(segment.Status));
        }
    }

    private static void Entry(ReportPage page, string id, string text)
    {
        using (page.Html.Element("li"))
            page.Html.Element("a").Href(LinkTarget.Here(id)).Text(text);
    }
}
