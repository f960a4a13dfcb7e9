using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>The transcript of one segment, collapsed at first. The time of each cue links to its second.</summary>
internal static class HtmlTranscript
{
    public static void Write(ReportPage page, IReadOnlyList<TranscriptLine> lines)
    {
        var html = page.Html;
        using (html.Element("details").Class("transcript"))
        {
            html.Element("summary").Text("Transcript");
            using (html.Element("ol").Class("cues").Language(page.Report.Transcript.Language))
            {
                foreach (var line in lines)
                    WriteLine(page, line);
            }
        }
    }

    private static void WriteLine(ReportPage page, TranscriptLine line)
    {
        var html = page.Html;
        if (line.Text is { } text)
        {
            using var item = html.Element("li").With("id", page.TakeLineId(line.Start));
            page.Time(line.Start, Timestamp.Text(line.Start));
            html.Text(" ");
            if (line.Speaker is { } speaker)
            {
                html.Element("b").Class("speaker").With("dir", "auto").Text(speaker);
                html.Text(" ");
            }

            html.Element("span").Class("words").Text(text);
        }
        else
        {
            using var item = html.Element("li").Class("removed").With("lang", "en");
            page.Time(line.Start, new TimeRange(line.Start, line.End).ToString());
            html.Text(" Removed: ");
            html.Element("span").Class("tag").Text(line.RemovedCategory ?? "");
        }
    }
}
