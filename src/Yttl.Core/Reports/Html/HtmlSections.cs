using Yttl.Core.Failures;
using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>Chapters, hours and segments, each segment with its transcript.</summary>
internal static class HtmlSections
{
    public static void WriteOverall(ReportPage page)
    {
        var overall = page.Report.Overall;
        if (overall.Summary.Length > 0)
            HtmlProse.Write(page, overall.Summary, overall.Sentences);
        WriteStatus(page, overall.Status);
        HtmlMinutes.Write(page);
        HtmlProse.WriteLegend(page);
    }

    public static void Write(ReportPage page, CancellationToken cancellationToken)
    {
        WriteChapters(page);
        var parts = new Queue<IReadOnlyList<TranscriptLine>>(TranscriptLine.Divide(page.Report));
        foreach (var hour in page.Report.Hours)
            WriteHour(page, hour, parts, cancellationToken);
    }

    /// <summary>A video with one hour shows no number.</summary>
    public static string Heading(Report report, ReportHour hour) => report.Hours.Count == 1
        ? "Section by section"
        : FormattableString.Invariant($"Hour {hour.Index + 1}");

    private static void WriteChapters(ReportPage page)
    {
        var chapters = page.Report.ListedChapters();
        if (chapters.Count == 0)
            return;
        var html = page.Html;
        using (html.Element("section").Id("chapters").With("aria-labelledby", "chapters-title"))
        {
            html.Element("h2").Id("chapters-title").Text("Chapters");
            using (html.Element("ol").Class("chapters"))
            {
                foreach (var chapter in chapters)
                {
                    using var item = html.Element("li");
                    page.Time(chapter.Start, Timestamp.Text(chapter.Start));
                    html.Text(" ");
                    html.Element("span").With("dir", "auto").Text(chapter.Title);
                }
            }
        }
    }

    private static void WriteHour(
        ReportPage page, ReportHour hour, Queue<IReadOnlyList<TranscriptLine>> parts, CancellationToken cancellationToken)
    {
        var html = page.Html;
        var id = ReportPage.HourId(hour.Index);
        using (html.Element("section").Class("hour").Id(id).With("aria-labelledby", id + "-title"))
        {
            using (html.Element("h2").Id(id + "-title"))
            {
                html.Text(Heading(page.Report, hour));
                html.Text(" ");
                page.Range(hour.Start, hour.End);
            }
            WriteHourSummary(page, hour);
            foreach (var segment in hour.Segments)
            {
                cancellationToken.ThrowIfCancellationRequested();
                WriteSegment(page, segment, parts.Dequeue());
            }
        }
    }

    private static void WriteHourSummary(ReportPage page, ReportHour hour)
    {
        if (hour.Summary.Length > 0 && hour.Summary != page.Report.Overall.Summary)
            HtmlProse.Write(page, hour.Summary, hour.Sentences);
        WriteStatus(page, hour.Status);
    }

    private static void WriteStatus(ReportPage page, SummaryStatus status)
    {
        if (status is not SummaryStatus.Ok)
            page.Html.Element("p").Class("absent").Text(ReportWords.Status(status));
    }

    private static void WriteSegment(ReportPage page, ReportSegment segment, IReadOnlyList<TranscriptLine> lines)
    {
        var html = page.Html;
        using (html.Element("section").Class("segment").Id(ReportPage.SegmentId(segment.Index)))
        {
            using (html.Element("h3"))
            {
                if (segment.Title is { } title)
                {
                    html.Element("span").Class("title").With("dir", "auto").Text(title);
                    html.Text(" ");
                }

                page.Range(segment.Start, segment.End);
            }
            if (segment.Summary.Length > 0)
                HtmlProse.Write(page, segment.Summary, segment.Sentences);
            WriteFailure(page, segment);
            if (lines.Count > 0 && page.Report.Transcript.Cues.Count > 0)
                HtmlTranscript.Write(page, lines);
        }
    }

    private static void WriteFailure(ReportPage page, ReportSegment segment)
    {
        var html = page.Html;
        if (segment.Status is SummaryStatus.Ok)
            return;
        using (html.Element("p").Class(segment.Status is SummaryStatus.Failed ? "absent failed" : "absent"))
        {
            html.Text(ReportWords.Status(segment.Status));
            if (ReportWords.OwnReason(page.Report, segment) is not { } failure)
                return;
            html.Text(" ");
            html.Element("span").With("dir", "auto").Text(failure.Message);
            html.Text(" ");
            html.Element("span").Class("tag").Text(failure.Category.Name());
        }
    }
}
