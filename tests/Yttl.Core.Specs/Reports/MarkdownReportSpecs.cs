using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Formats;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Reports;

public sealed class MarkdownReportSpecs
{
    [Fact]
    public void A_small_report_reads_as_agreed() => Golden.Matches("small.md", Render(SampleReports.Small()));

    [Fact]
    public void A_recognised_transcript_says_how_much_of_the_speech_it_holds()
    {
        var small = SampleReports.Small();
        var heard = small.Transcript with { Source = TranscriptSource.Whisper, SpeechSeconds = 600, CoveredSeconds = 540 };

        Render(small with { Transcript = heard }).ShouldContain("- Transcribed 9 min 0 s of 10 min 0 s of speech\n");
    }

    [Fact]
    public void A_speaker_is_named_once_a_turn()
    {
        var small = SampleReports.Small();
        var cues = small.Transcript.Cues.Select((cue, i) => cue with { Speaker = i < 2 ? "Ada *Byron*" : "Bob" });

        var text = Render(small with { Transcript = small.Transcript with { Cues = [.. cues] } });

        text.ShouldContain(") **Ada \\*Byron\\*:** A tide pool");
        text.ShouldContain(") Its oxygen falls");
        text.ShouldContain(") **Bob:** Then the water");
    }

    [Fact]
    public void Sections_stand_under_their_titles_and_chapters_that_are_sections_are_not_listed_again()
    {
        var text = Render(SampleReports.ByChapter());

        text.ShouldContain("\n### At low water, [0:00–5:00]");
        text.ShouldNotContain("## Chapters");
    }

    [Fact]
    public void A_partial_report_reads_as_agreed() => Golden.Matches("partial.md", Render(SampleReports.Partial()));

    [Fact]
    public void Each_sentence_is_followed_by_the_times_at_which_it_is_said()
    {
        var text = Render(SampleReports.Sourced());

        text.ShouldContain(
            "\nTide pools live by the sea's clock. ([0:01](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1s), "
            + "[1:01](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=61s), [6:40](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=400s))\n");
        text.ShouldContain("\n- Oxygen follows the light. ([1:01](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=61s))\n");
        text.ShouldContain("\nWhat a tide pool is, and why its oxygen falls at night. ([0:01](");
    }

    [Fact]
    public void Minutes_are_lists_below_the_summary()
    {
        var text = Render(SampleReports.Minutes());

        text.ShouldContain("\n### Decisions\n\n- The pool is measured in 1760. ([0:01](");
        text.ShouldContain("\n### Actions\n\n- Count the crabs. ([1:01](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=61s))"
            + " — Anna \\& Tim · by next Friday\n- Wait");
        text.ShouldContain("\n  - Answered later: The pool is a small sea. ([6:40](");
        text.ShouldContain(" — *proposed, no agreement heard*\n");
        Render(SampleReports.WithMinutes(SampleReports.Small(), [], [], null)).ShouldContain(
            "\n### Decisions\n\n*None found.*\n\n### Actions\n\n*None found.*\n\n"
            + "### Open questions\n\n*Not looked for: that takes a language model.*\n");
        Render(SampleReports.Sourced()).ShouldNotContain("### Decisions");
    }

    [Fact]
    public void What_has_no_source_or_is_not_heard_is_told_in_words()
    {
        var text = Render(SampleReports.Sourced());

        text.ShouldContain("\n- Salt follows the rain. (no source found)\n");
        text.ShouldContain(
            " Of 1759, and 17 \\& more. ([1:02](https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=62s); "
            + "not heard in this section: 17, 1759) It ends.\n");
        text.ShouldContain("\n*The words of sentences and sources are not compared: they are in two languages.*\n\n## Chapters");
    }

    [Fact]
    public void Times_without_a_page_are_no_links()
    {
        var sourced = SampleReports.Sourced();

        Render(sourced with { Video = sourced.Video with { Url = null } })
            .ShouldContain("\nTide pools live by the sea's clock. (0:01, 1:01, 6:40)\n");
    }

    [Theory]
    [InlineData("# Heading", @"\# Heading")]
    [InlineData("[x](https://evil.example)", @"\[x\](https\://evil.example)")]
    [InlineData("<https://evil.example>", @"\<https\://evil.example\>")]
    [InlineData("see www.evil.example", @"see www\.evil.example")]
    [InlineData("mail me@evil.example", @"mail me\@evil.example")]
    [InlineData("![x](y)", @"\!\[x\](y)")]
    [InlineData("<script>alert(1)</script>", @"\<script\>alert(1)\</script\>")]
    [InlineData("- item", @"\- item")]
    [InlineData("12. item", @"12\. item")]
    [InlineData("===", @"\===")]
    [InlineData("a\n# b\r\n> c", @"a \# b \> c")]
    [InlineData("&lt;b&gt;", @"\&lt;b\&gt;")]
    [InlineData("a | b", @"a \| b")]
    [InlineData(@"\[x](y)", @"\\\[x\](y)")]
    [InlineData("    indented", "indented")]
    [InlineData("plain, text: 3.5 (of 7)!", @"plain, text: 3.5 (of 7)\!")]
    public void Text_from_outside_is_only_text(string text, string escaped) => MarkdownText.Escape(text).ShouldBe(escaped);

    [Fact]
    public void A_link_ends_where_its_address_ends() =>
        MarkdownText.Link("a]b", new Uri("https://example.org/a)(b?c=<d>")).ShouldBe(@"[a\]b](https://example.org/a%29%28b?c=%3Cd%3E)");

    [Fact]
    public void No_line_begins_with_what_others_wrote()
    {
        var lines = Render(SampleReports.With("words\n# injected\n- injected")).Split('\n');
        lines.ShouldNotContain(line => line.StartsWith("# injected", StringComparison.Ordinal));
        lines.Count(line => line.StartsWith("# ", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static string Render(Report report)
    {
        using var output = new StringWriter();
        MarkdownReport.Write(report, output, CancellationToken.None);
        return output.ToString();
    }
}
