using Yttl.Core.Failures;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>What is missing from an unfinished report, at the top of the page.</summary>
internal static class HtmlBanner
{
    public static void Write(ReportPage page)
    {
        if (ReportWords.Headline(page.Report) is not { } headline)
            return;
        var html = page.Html;
        using (html.Element("section").Class("banner").Id("gaps").With("aria-labelledby", "gaps-title"))
        {
            html.Element("h2").Id("gaps-title").Text(headline);
            if (page.Report.Gaps.Count == 0)
                return;
            using (html.Element("ul"))
            {
                foreach (var gap in page.Report.Gaps)
                    WriteGap(page, gap);
            }
        }
    }

    private static void WriteGap(ReportPage page, ReportGap gap)
    {
        var html = page.Html;
        using (html.Element("li"))
        {
            html.Element("a").Class("range").Href(LinkTarget.Here(Place(page.Report, gap)))
                .Text(new TimeRange(gap.Start, gap.End).ToString());
            html.Text(" ");
            html.Element("strong").Text(ReportWords.Stage(gap.Stage));
            html.Text(": ");
            html.Element("span").With("dir", "auto").Text(gap.Message);
            html.Text(" ");
            html.Element("span").Class("tag").Text(gap.Category.Name());
        }
    }

    /// <summary>Returns where on the page the gap is: its segment, its hour, or the top.</summary>
    private static string Place(Report report, ReportGap gap)
    {
        var hour = report.Hours.FirstOrDefault(hour => hour.Start <= gap.Start && gap.Start < hour.End);
        return gap.Stage switch
        {
            "segment" when hour?.Segments.FirstOrDefault(segment => segment.Start == gap.Start) is { } segment =>
                ReportPage.SegmentId(segment.Index),
            "hour" when hour is not null => ReportPage.HourId(hour.Index),
            _ => "summary",
        };
    }
}
