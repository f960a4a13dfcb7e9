using Yttl.Core.Summaries;
using Yttl.Core.Time;

namespace Yttl.Core.Reports.Html;

/// <summary>
/// A summary, in which each sentence is followed by the times at which it is said. Pointing at a time, or reaching it with
/// the keyboard, shows the words.
/// </summary>
internal static class HtmlProse
{
    // A small space that keeps the time beside the last word.
    private const string Space = "\u00A0";

    public static void Write(ReportPage page, string summary, IReadOnlyList<SourcedSentence> sentences)
    {
        var html = page.Html;
        using (html.Element("div").Class("prose").Language(page.SummaryLanguage))
        {
            foreach (var block in SourcedBlock.Parse(summary, sentences))
            {
                if (!block.IsList)
                {
                    WriteLine(page, "p", block.Lines[0]);
                    continue;
                }

                using (html.Element("ul"))
                {
                    foreach (var item in block.Lines)
                        WriteLine(page, "li", item);
                }
            }
        }
    }

    /// <summary>Says once what the marks mean that the report has.</summary>
    public static void WriteLegend(ReportPage page)
    {
        var html = page.Html;
        var sentences = page.Report.Sentences().ToList();
        var (none, doubts, foreign) = (
            sentences.Any(sentence => sentence.Support is SourceSupport.None),
            sentences.Any(sentence => sentence.Doubts is not []),
            sentences.Any(sentence => sentence.Support is SourceSupport.Unchecked));
        if (!none && !doubts && !foreign)
            return;
        using (html.Element("ul").Class("legend"))
        {
            if (none)
            {
                using var item = html.Element("li");
                html.Element("span").Class("unsourced").Text("");
                html.Text(Space + ReportWords.NoSource);
            }

            if (doubts)
            {
                using var item = html.Element("li");
                html.Element("span").Class("doubt").Text("dotted");
                html.Text(Space + ReportWords.NotHeard);
            }

            if (foreign)
                html.Element("li").Text(ReportWords.Unchecked);
        }
    }

    private static void WriteLine(ReportPage page, string element, IReadOnlyList<ProseSpan> line)
    {
        using (page.Html.Element(element))
            WriteSpans(page, line);
    }

    public static void WriteSpans(ReportPage page, IReadOnlyList<ProseSpan> line)
    {
        foreach (var span in line)
        {
            if (span.Sentence is null)
                page.Html.Text(span.Text);
            else
                WriteSentence(page, span, span.Sentence);
        }
    }

    private static void WriteSentence(ReportPage page, ProseSpan span, SourcedSentence sentence)
    {
        var html = page.Html;
        using (html.Element("span").Class("sentence"))
        {
            foreach (var (text, isDoubted) in span.Parts())
            {
                if (isDoubted)
                    html.Element("span").Class("doubt").With("title", ReportWords.NotHeard).Text(text);
                else
                    html.Text(text);
            }
        }

        var places = span.Places();
        if (places is [] && sentence.Support is not SourceSupport.None)
            return;
        using (html.Element("span").Class("cite"))
        {
            foreach (var (i, place) in places.Index())
            {
                html.Text(Space);
                WritePlace(page, place, i == 0 ? sentence.Doubts : []);
            }

            if (places is [])
            {
                html.Text(Space);
                html.Element("span").Class("unsourced").With("role", "img").With("lang", "en").With("aria-label", ReportWords.NoSource)
                    .With("title", ReportWords.NoSource).Text("");
            }
        }
    }

    private static void WritePlace(ReportPage page, TimeRange place, IReadOnlyList<string> doubts)
    {
        var html = page.Html;
        var time = Timestamp.Text(place.Start);
        if (page.SourceTarget(place.Start) is not { } target)
        {
            html.Element("span").Class("at").Text(time);
            return;
        }

        var said = page.Spoken.In(place);
        if (said.Length == 0)
        {
            html.Element("a").Class("at").Href(target).Text(time);
            return;
        }

        var id = page.NextId();
        html.Element("a").Class("at").Href(target).With("aria-describedby", id).Text(time);
        using (html.Element("span").Class("said").Id(id).With("role", "tooltip"))
        {
            var spoken = page.Report.Transcript.Language;
            if (spoken == page.SummaryLanguage)
                html.Text(said);
            else
                html.Element("span").Language(spoken).Text(said);
            if (doubts is [])
                return;
            using (html.Element("span").Class("unheard").With("lang", "en"))
                html.Text($"{ReportWords.NotHeard}: {string.Join(", ", doubts)}");
        }
    }
}
