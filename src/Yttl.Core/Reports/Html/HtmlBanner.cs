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
            ReportFailure[] reasons = [.. ReportWords.FallbackReasons(page.Report)];
            if (page.Report.Gaps.Count == 0 && reasons is [])
                return;
            using (html.Element("ul"))
            {
                foreach (var gaps in ReportWords.GapsByCause(page.Report))
                    WriteGaps(page, [.. gaps]);
                foreach (var reason in reasons)
                {
                    using var item = html.Element("li");
                    html.Element("strong").Text("The speaker's own sentences");
                    WriteReason(html, reason.Category, reason.Message);
                }
            }
        }
    }

    /// <summary>Writes the gaps of one cause: each with a link to its place, the cause once.</summary>
    private static void WriteGaps(ReportPage page, IReadOnlyList<ReportGap> gaps)
    {
        var html = page.Html;
        using (html.Element("li"))
        {
            foreach (var (index, gap) in gaps.Index())
            {
                if (index > 0)
                    html.Text(", ");
                html.Element("a").Class("range").Href(LinkTarget.Here(Place(page.Report, gap)))
                    .Text(new TimeRange(gap.Start, gap.End).ToString());
                html.Text(" ");
                html.Element("strong").Text(ReportWords.Stage(gap.Stage));
            }

            WriteReason(html, gaps[0].Category, gaps[0].Message);
        }
    }

    private static void WriteReason(HtmlWriter html, FailureCategory category, string message)
    {
        html.Text(": ");
        html.Element("span").With("dir", "auto").Text(message);
        html.Text(" ");
        html.Element("span").Class("tag").Text(category.Name());
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
