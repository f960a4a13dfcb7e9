using System.Globalization;
using Yttl.Core.Summaries;
using Yttl.Core.Text;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>The title, the source of the report, and the recording itself.</summary>
internal static class HtmlMasthead
{
    public static void Write(ReportPage page)
    {
        var html = page.Html;
        using (html.Element("header").Class("masthead"))
        {
            html.Element("h1").With("lang", page.Report.Video.Language?.ToString()).With("dir", "auto").Text(page.Report.Video.Title);
            using (html.Element("ul").Class("facts"))
            {
                foreach (var fact in Facts(page.Report))
                    html.Element("li").Text(fact);
                WriteAddress(page);
            }
            WritePlayer(page);
        }
    }

    private static IEnumerable<string> Facts(Report report)
    {
        if (report.Video.Channel is { } channel)
            yield return channel;
        if (report.Video.Published is { } day)
            yield return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (report.Video.DurationSeconds is { } seconds)
            yield return Timestamp.Text(TimeSpan.FromSeconds(seconds));
        if (report.Transcript.Language is { } language && !ReportWords.IsNamedByLanguage(report.Transcript))
            yield return ReportWords.Name(language);
        yield return ReportWords.Source(report.Transcript);
        if (ReportWords.Coverage(report.Transcript) is { } coverage)
            yield return coverage;
        var standIns = report.Hours.SelectMany(hour => hour.Segments).Count(segment => segment.Status is SummaryStatus.Fallback);
        if (standIns > 0)
            yield return Quantity.Count(standIns, "segment", "segments") + " without the language model";
    }

    private static void WriteAddress(ReportPage page)
    {
        if (LinkTarget.Web(VideoLinks.Page(page.Report.Video.Url)) is not { } target)
            return;
        using (page.Html.Element("li"))
            page.Html.Element("a").Href(target).Text($"Watch on {Site(page.Report.Video.Url!)}");
    }

    private static string Site(Uri url) =>
        url.Host.StartsWith("www.", StringComparison.Ordinal) ? url.Host["www.".Length..] : url.Host;

    private static void WritePlayer(ReportPage page)
    {
        if (page.Media is not { } media)
            return;
        var html = page.Html;
        var file = LinkTarget.File(media.RelativePath);
        using (html.Element("div").Class("player"))
        using (html.Element(media.IsAudio ? "audio" : "video").Id("player").Src(file).Flag("controls").With("preload", "metadata")
            .With("aria-label", "The recording"))
        {
            html.Element("a").Href(file).Text("Open the recording");
        }
    }
}
