using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Html;

namespace Yttl.Core.Specs.Reports;

public sealed class HtmlProseSpecs
{
    [Fact]
    public void Each_sentence_of_every_level_leads_to_the_seconds_that_say_it()
    {
        var page = Parse(SampleReports.Sourced());

        Links(page, "#summary").ShouldBe(["0:01 1s", "1:01 61s", "6:40 400s", "1:01 61s"]);
        Links(page, "#hour-0 > .prose").ShouldBe(["6:40 400s"]);
        Links(page, "#segment-0 .prose").ShouldBe(["0:01 1s", "1:02 62s"]);
        Links(page, "#segment-1 .prose").ShouldBe(["6:40 400s"]);
    }

    [Fact]
    public void A_time_is_described_by_the_words_that_are_said_then()
    {
        var page = Parse(SampleReports.Sourced());
        var time = page.QuerySelector("#segment-0 .prose a.at")!;

        var said = page.GetElementById(time.GetAttribute("aria-describedby")!)!;
        said.TextContent.ShouldBe("A tide pool is a small sea that is cut off twice a day.");
        said.ShouldBe(time.NextElementSibling);
    }

    [Fact]
    public void Minutes_stand_below_the_summary_with_their_sources_owners_and_answers()
    {
        var page = Parse(SampleReports.Minutes());

        page.QuerySelectorAll("#summary h3").Select(heading => heading.TextContent).ShouldBe(["Decisions", "Actions", "Open questions"]);
        page.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")).ShouldContain("#actions");
        Links(page, "#decisions + .prose").ShouldBe(["0:01 1s"]);
        page.QuerySelectorAll("#actions + .prose .detail").ShouldHaveSingleItem().TextContent.ShouldBe("Anna & Tim · by next Friday");
        Links(page, "#questions + .prose li:first-child .own").ShouldBe(["6:40 400s"]);
        page.QuerySelector("#questions + .prose li:last-child .own")!.TextContent.ShouldBe("proposed, no agreement heard");
        page.QuerySelector("#summary .prose > p")!.TextContent.ShouldStartWith("Tide pools live by the sea's clock.");
    }

    [Fact]
    public void An_empty_list_says_so()
    {
        var page = Parse(SampleReports.WithMinutes(SampleReports.Small(), [], [], null));

        page.QuerySelectorAll("#summary .absent").Select(text => text.TextContent)
            .ShouldBe(["None found.", "None found.", "Not looked for: that takes a language model."]);
    }

    [Fact]
    public void The_words_are_in_the_language_of_the_transcript()
    {
        var page = Parse(SampleReports.Sourced() with { SummaryLanguage = LanguageTag.Parse("de", null) });

        page.QuerySelector("#segment-0 .prose")!.GetAttribute("lang").ShouldBe("de");
        page.QuerySelector("#segment-0 .said > span")!.GetAttribute("lang").ShouldBe("en");
    }

    [Fact]
    public void Without_a_transcript_the_times_stay_and_show_no_words()
    {
        var page = Parse(SampleReports.Sourced().WithoutTranscript());

        Links(page, "#segment-1 .prose").ShouldBe(["6:40 400s"]);
        page.QuerySelectorAll(".said, [aria-describedby]").ShouldBeEmpty();
    }

    [Fact]
    public void Where_no_page_and_no_recording_can_be_opened_a_time_leads_to_the_line_of_the_transcript()
    {
        var page = Parse(CaptionFile());

        page.QuerySelectorAll("#summary a.at").Select(link => link.GetAttribute("href")).ShouldBe(["#t=1", "#t=61", "#t=400", "#t=61"]);
        page.GetElementById("t=61")!.QuerySelector(".words")!.TextContent.ShouldStartWith("Its oxygen");
        page.QuerySelectorAll("[id]").Select(element => element.Id).ShouldBeUnique();
        page.QuerySelectorAll("a[href^='#']").ShouldAllBe(link => page.GetElementById(link.GetAttribute("href")!.Substring(1)) != null);
        Parse(CaptionFile().WithoutTranscript()).QuerySelectorAll(".prose .at").ShouldAllBe(time => time.LocalName == "span");
    }

    [Fact]
    public void What_has_no_source_or_is_not_heard_is_marked_and_explained_once()
    {
        var page = Parse(SampleReports.Sourced());

        page.QuerySelectorAll("#summary .prose .unsourced").ShouldHaveSingleItem().GetAttribute("title").ShouldBe("no source found");
        var doubts = page.QuerySelectorAll(".prose .doubt");
        doubts.Select(doubt => doubt.TextContent).ShouldBe(["1759", "17"]);
        doubts.ShouldAllBe(doubt => doubt.GetAttribute("title") == "not heard in this section");
        page.QuerySelectorAll(".unheard").ShouldHaveSingleItem().TextContent.ShouldBe("not heard in this section: 17, 1759");
        page.QuerySelectorAll(".legend").ShouldHaveSingleItem().QuerySelectorAll("li").Length.ShouldBe(3);
        page.Body!.TextContent.ShouldNotContain("wrong");
    }

    [Fact]
    public void A_report_of_an_earlier_version_has_no_marks_and_no_legend() =>
        Parse(SampleReports.Small()).QuerySelectorAll(".cite, .sentence, .legend").ShouldBeEmpty();

    [Fact]
    public void The_words_between_the_times_are_the_summary()
    {
        var line = Parse(SampleReports.Sourced()).QuerySelector("#segment-0 .prose p")!;
        foreach (var cite in line.QuerySelectorAll(".cite"))
            cite.Remove();

        line.TextContent.ShouldBe("What a tide pool is, and why its oxygen falls at night. Of 1759, and 17 & more. It ends.");
    }

    [Fact]
    public void A_hostile_sentence_and_hostile_words_are_shown_as_they_are()
    {
        var page = Parse(SampleReports.With(SampleReports.Hostile));

        page.QuerySelector("#summary .sentence")!.TextContent.ShouldBe(SampleReports.Hostile);
        page.QuerySelector("#summary .said")!.TextContent.ShouldBe($"{SampleReports.Hostile}: {SampleReports.Hostile}");
    }

    /// <summary>The sourced report without a page and a recording.</summary>
    internal static Report CaptionFile()
    {
        var sourced = SampleReports.Sourced();
        return sourced with { Video = sourced.Video with { Url = null, Extractor = "file" } };
    }

    private static IEnumerable<string> Links(IHtmlDocument page, string place) => page.QuerySelectorAll($"{place} a.at")
        .Select(link => $"{link.TextContent} {link.GetAttribute("href")!.Split("&t=")[1]}");

    private static IHtmlDocument Parse(Report report)
    {
        using var output = new StringWriter();
        HtmlReport.Write(report, null, output, CancellationToken.None);
        return new HtmlParser().ParseDocument(output.ToString());
    }
}
