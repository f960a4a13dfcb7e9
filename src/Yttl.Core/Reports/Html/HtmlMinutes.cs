namespace Yttl.Core.Reports.Html;

/// <summary>The lists of minutes: what was decided, what is to be done, and what stays open.</summary>
internal static class HtmlMinutes
{
    public static void Write(ReportPage page)
    {
        foreach (var list in MinutesList.From(page.Report.Overall))
        {
            page.Html.Element("h3").Id(list.Id).Text(list.Heading);
            if (list.Absent is { } absent)
                page.Html.Element("p").Class("absent").Text(absent);
            else
                WriteEntries(page, list.Entries ?? []);
        }
    }

    private static void WriteEntries(ReportPage page, IReadOnlyList<MinutesEntry> entries)
    {
        var html = page.Html;
        using (html.Element("div").Class("prose").Language(page.SummaryLanguage))
        using (html.Element("ul"))
        {
            foreach (var entry in entries)
            {
                using var item = html.Element("li");
                HtmlProse.WriteSpans(page, [new ProseSpan(entry.Sentence.Text, entry.Sentence)]);
                WriteRest(page, entry);
            }
        }
    }

    /// <summary>The page's own words are no part of what its search finds.</summary>
    private static void WriteRest(ReportPage page, MinutesEntry entry)
    {
        var html = page.Html;
        if (entry.Detail is { } detail)
        {
            html.Text(" ");
            html.Element("span").Class("detail").With("dir", "auto").Text(detail);
        }

        if (entry.IsProposal)
        {
            using var own = html.Element("span").Class("detail own").With("lang", "en");
            html.Text(ReportWords.Proposed);
        }

        if (entry.Answer is { } answer)
        {
            using var own = html.Element("span").Class("detail own");
            html.Element("span").With("lang", "en").Text(ReportWords.Answered);
            html.Text(" ");
            HtmlProse.WriteSpans(page, [new ProseSpan(answer.Text, answer)]);
        }
    }
}
