using Yttl.Core.Languages;
using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>What every part of the page uses: the report, the writer, and the ways to show a time and a text.</summary>
internal sealed class ReportPage(Report report, PlayableMedia? media, HtmlWriter html)
{
    public Report Report { get; } = report;

    public PlayableMedia? Media { get; } = media;

    public HtmlWriter Html { get; } = html;

    public LanguageTag? SummaryLanguage { get; } = report.SummaryLanguage ?? report.Transcript.Language ?? report.Video.Language;

    public static string SegmentId(int index) => FormattableString.Invariant($"segment-{index}");

    public static string HourId(int index) => FormattableString.Invariant($"hour-{index}");

    /// <summary>
    /// Writes a time as a link to its second: in the player or on the video's page. Where neither exists, it writes no
    /// link.
    /// </summary>
    public void Time(TimeSpan at, string text)
    {
        if (TimeTarget(at) is { } target)
            Html.Element("a").Class("at").Href(target).Text(text);
        else
            Html.Element("span").Class("at").Text(text);
    }

    public void Range(TimeSpan start, TimeSpan end) => Time(start, new TimeRange(start, end).ToString());

    public void Prose(string text)
    {
        using (Html.Element("div").Class("prose").Language(SummaryLanguage))
        {
            foreach (var block in Summaries.Prose.Parse(text))
                Block(block);
        }
    }

    private void Block(ProseBlock block)
    {
        switch (block)
        {
            case ProseBlock.Paragraph paragraph:
                Html.Element("p").Text(paragraph.Text);
                break;
            case ProseBlock.Bullets list:
                using (Html.Element("ul"))
                {
                    foreach (var item in list.Items)
                        Html.Element("li").Text(item);
                }
                break;
        }
    }

    private LinkTarget? TimeTarget(TimeSpan at) => Media is not null
        ? LinkTarget.File(Media.RelativePath, at)
        : LinkTarget.Web(VideoLinks.At(Report.Video.Url, Report.Video.Extractor, at));
}
