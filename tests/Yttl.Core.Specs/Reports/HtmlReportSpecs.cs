using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Failures;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Html;
using Yttl.Core.Summaries;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class HtmlReportSpecs
{
    [Fact]
    public void A_small_report_looks_as_agreed() =>
        Golden.Matches("small.html", Render(SampleReports.Small())
            .Replace(TrustedMarkup.Style.Text, "STYLE", StringComparison.Ordinal)
            .Replace(TrustedMarkup.Script.Text, "SCRIPT", StringComparison.Ordinal)
            .Replace(Hash(TrustedMarkup.Style), "STYLE", StringComparison.Ordinal)
            .Replace(Hash(TrustedMarkup.Script), "SCRIPT", StringComparison.Ordinal));

    [Fact]
    public void No_text_from_outside_changes_the_structure_of_the_page()
    {
        var benign = Skeleton(SampleReports.With("words"));
        Prop.ForAll(HostileText().ToArbitrary(), text => Skeleton(SampleReports.With(text)) == benign)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_speaker_stands_beside_the_words_and_not_in_them()
    {
        var small = SampleReports.Small();
        var cues = small.Transcript.Cues.Select((cue, i) => cue with { Speaker = i < 2 ? "<b>Ada</b>" : "Bob" });

        var lines = Parse(small with { Transcript = small.Transcript with { Cues = [.. cues] } }).QuerySelectorAll(".cues li").ToList();

        lines.Select(line => line.QuerySelector(".speaker")?.TextContent).ShouldBe(["<b>Ada</b>", null, null, "Bob"]);
        lines.Select(line => line.QuerySelector(".words")?.TextContent).OfType<string>().ShouldBe(small.Transcript.Cues.Select(cue => cue.Text));
    }

    [Fact]
    public void A_hostile_text_is_shown_as_it_is()
    {
        var page = Parse(SampleReports.With(SampleReports.Hostile));
        page.QuerySelector("h1")!.TextContent.ShouldBe(SampleReports.Hostile);
        page.Title.ShouldBe(SampleReports.Hostile);
        page.QuerySelector(".cues .words")!.TextContent.ShouldBe(SampleReports.Hostile);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    public void An_address_that_is_no_web_page_becomes_no_link(string address)
    {
        var page = Parse(SampleReports.With("words", new Uri(address)));
        page.Links.OfType<IHtmlAnchorElement>().ShouldAllBe(link => link.GetAttribute("href")!.StartsWith('#'));
        page.QuerySelectorAll(".cues .at").ShouldAllBe(time => time.LocalName == "span");
    }

    [Fact]
    public void Sections_stand_under_their_titles_and_chapters_that_are_sections_are_not_listed_again()
    {
        var page = Parse(SampleReports.ByChapter());

        page.QuerySelectorAll(".segment h3 .title").Select(title => title.TextContent).ShouldBe(["At low water", "The sea returns"]);
        page.QuerySelectorAll(".contents .lead").Select(title => title.TextContent).ShouldBe(["At low water", "The sea returns"]);
        page.QuerySelector("#chapters").ShouldBeNull();
        page.Links.ShouldAllBe(link => link.GetAttribute("href") != "#chapters");
    }

    [Fact]
    public void Every_cue_stands_once_in_its_segment_and_leads_to_its_second()
    {
        var page = Parse(SampleReports.Small());
        page.QuerySelectorAll("#segment-0 .cues li").Select(item => item.TextContent.Trim()).ShouldBe(
        [
            "0:01 A tide pool is a small sea that is cut off twice a day.",
            "1:01 Its oxygen falls at night & rises with the sun.",
            "2:00–2:30 Removed: sponsor",
        ]);
        page.QuerySelectorAll("#segment-1 .cues li").ShouldHaveSingleItem()
            .QuerySelector("a")!.GetAttribute("href").ShouldBe("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=400s");
    }

    [Fact]
    public void Gaps_stand_before_the_summary_with_times_reasons_and_a_link_to_their_place()
    {
        var page = Parse(SampleReports.Partial());
        var gaps = page.QuerySelectorAll(".banner li");
        gaps.Length.ShouldBe(2);
        gaps[0].TextContent.ShouldContain("0:00–5:00");
        gaps[0].TextContent.ShouldContain("refused");
        gaps[0].TextContent.ShouldContain("api");
        gaps[0].QuerySelector("a")!.GetAttribute("href").ShouldBe("#segment-0");
        gaps[1].TextContent.ShouldContain("asked to wait");
        page.QuerySelector(".banner h2")!.TextContent.ShouldBe(
            "This report is partial: one part is not summarised, and 1 of 4 summaries is made of the speaker's own sentences.");
        page.QuerySelector(".banner")!.CompareDocumentPosition(page.QuerySelector("#summary")!)
            .HasFlag(DocumentPositions.Following).ShouldBeTrue();
    }

    [Fact]
    public void A_cause_of_several_gaps_is_given_once()
    {
        var small = SampleReports.Small();
        var down = new ReportFailure(FailureCategory.Api, "The model has gone home.");
        var page = Parse(small with
        {
            Status = RunStatus.Failed,
            Hours =
            [
                small.Hours[0] with
                {
                    Segments = [.. small.Hours[0].Segments.Select(
                        segment => segment with { Status = SummaryStatus.Failed, Summary = "", Failure = down })],
                },
            ],
            Gaps = [.. small.Hours[0].Segments.Select(
                segment => new ReportGap(segment.Start, segment.End, "segment", down.Category, down.Message))],
        });

        page.Body!.TextContent.Split(down.Message).Length.ShouldBe(2);
        page.QuerySelectorAll(".banner li").ShouldHaveSingleItem().QuerySelectorAll("a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#segment-0", "#segment-1"]);
    }

    [Fact]
    public void Every_link_within_the_page_has_its_place_and_no_id_is_used_twice()
    {
        var page = Parse(SampleReports.Partial());
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        ids.ShouldBeUnique();
        page.QuerySelectorAll("a[href^='#']").Select(link => link.GetAttribute("href")![1..]).ShouldBeSubsetOf(ids!);
    }

    [Fact]
    public void A_language_written_from_the_right_turns_the_page()
    {
        var arabic = SampleReports.Small();
        var page = Parse(arabic with { Transcript = arabic.Transcript with { Language = LanguageTag.Parse("ar-EG", null) } });
        page.DocumentElement.GetAttribute("dir").ShouldBe("rtl");
        page.QuerySelector("#summary .prose")!.GetAttribute("lang").ShouldBe("ar-EG");
        page.QuerySelector(".cues")!.GetAttribute("dir").ShouldBe("rtl");
    }

    [Fact]
    public void A_summary_in_another_language_than_the_transcript_says_so()
    {
        var page = Parse(SampleReports.Small() with { SummaryLanguage = LanguageTag.Parse("he", null) });
        page.QuerySelector("#summary .prose")!.GetAttribute("lang").ShouldBe("he");
        page.QuerySelector(".cues")!.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector(".cues")!.GetAttribute("dir").ShouldBe("ltr");
    }

    [Fact]
    public void A_recording_near_the_page_is_embedded_and_its_name_cannot_be_an_address()
    {
        var page = Parse(Local("/home/a/out/media/javascript:alert(1) #1?.mp4"), "/home/a/out");
        var address = page.QuerySelector("video#player")!.GetAttribute("src");
        address.ShouldBe("./media/javascript%3Aalert%281%29%20%231%3F.mp4");
        page.QuerySelector("#segment-1 .cues a")!.GetAttribute("href").ShouldBe(address + "#t=400");
    }

    [Fact]
    public void A_recording_elsewhere_is_reached_through_its_parent_folders() =>
        Parse(Local("/home/a/talk.mp3"), "/home/a/out").QuerySelector("audio#player")!.GetAttribute("src").ShouldBe("./../talk.mp3");

    [Fact]
    public void A_page_of_a_caption_file_shows_times_without_links()
    {
        var page = Parse(Local(null), "/home/a/out");
        page.QuerySelector("#player").ShouldBeNull();
        page.QuerySelectorAll(".at").ShouldAllBe(time => time.LocalName == "span");
    }

    [Fact]
    public void Control_characters_are_left_out_and_letters_of_every_script_stay_readable()
    {
        var html = Render(SampleReports.With("a\0b\u0001c\u0085d\uFFFEe 東京 ñ עברית"));
        html.ShouldContain("abcde 東京 ñ עברית");
        html.ShouldNotContain("&#x0;");
    }

    [Fact]
    public void A_cancelled_rendering_stops() =>
        Should.Throw<OperationCanceledException>(() => HtmlReport.Write(SampleReports.Small(), null, TextWriter.Null, new(true)));

    internal static string Hash(TrustedMarkup markup) =>
        HtmlEncoder.Default.Encode(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(markup.Text))));

    private static Report Local(string? mediaPath) => SampleReports.Small() is var small
        ? small with { Video = small.Video with { Url = null, Extractor = "file", MediaPath = mediaPath } }
        : throw new InvalidOperationException();

    private static Gen<string> HostileText()
    {
        string[] pieces =
        [
            "<", ">", "\"", "'", "&", "`", "=", "/", "</script>", "<script>", "<!--", "-->", "]]>", "</style>", "</title>", "</li>",
            "&lt;", "&#60;", "\u2028", "\0", "\ud800", "\u0085", "javascript:", " onerror=alert(1) ", "x", "<svg/onload=x>",
        ];
        return Gen.Elements(pieces).NonEmptyListOf().Select(list => "x" + string.Concat(list));
    }

    /// <summary>Elements and the names of their attributes, nested, without any text.</summary>
    private static string Skeleton(Report report)
    {
        return string.Join('\n', Parse(report).All.Select(element =>
            $"{Depth(element)} {element.LocalName} {string.Join(' ', element.Attributes.Select(attribute => attribute.Name))}"));

        static int Depth(IElement element) => element.ParentElement is { } parent ? Depth(parent) + 1 : 0;
    }

    private static IHtmlDocument Parse(Report report, string? folder = null) => new HtmlParser().ParseDocument(Render(report, folder));

    private static string Render(Report report, string? folder = null)
    {
        using var output = new StringWriter();
        HtmlReport.Write(report, folder, output, CancellationToken.None);
        return output.ToString();
    }
}
