using Yttl.Core.Captions;
using Yttl.Core.Reports;
using Yttl.Core.Reports.Formats;

namespace Yttl.Core.Specs.Reports;

public sealed class CueWritersSpecs
{
    private static readonly Cue[] Cues =
    [
        new(TimeSpan.Zero, SampleReports.Seconds(1.5), "Two lines\nof <i>text</i> & more"),
        new(SampleReports.Seconds(3599.9996), SampleReports.Seconds(3601), "a --> b\n\nafter a blank"),
        new(TimeSpan.FromHours(101), TimeSpan.FromHours(101), "東京"),
    ];

    [Fact]
    public void SubRip_is_written_as_players_read_it() => Write(SubRipWriter.Write).ShouldBe("""
        1
        00:00:00,000 --> 00:00:01,500
        Two lines
        of <i>text</i> & more

        2
        00:59:59,999 --> 01:00:01,000
        a → b
        after a blank

        3
        101:00:00,000 --> 101:00:00,000
        東京

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void WebVtt_escapes_what_would_be_markup() => Write(WebVttWriter.Write).ShouldBe("""
        WEBVTT

        00:00:00.000 --> 00:00:01.500
        Two lines
        of &lt;i&gt;text&lt;/i&gt; &amp; more

        00:59:59.999 --> 01:00:01.000
        a --&gt; b
        after a blank

        101:00:00.000 --> 101:00:00.000
        東京

        """.ReplaceLineEndings("\n"));

    [Fact]
    public void Plain_text_begins_a_paragraph_after_a_pause() => Write(PlainTextTranscript.Write).ShouldBe(
        "Two lines of <i>text</i> & more\n\na --> b  after a blank\n\n東京\n");

    [Fact]
    public void A_speaker_without_a_pause_gets_paragraphs_all_the_same()
    {
        var cues = Enumerable.Range(0, 300)
            .Select(i => new Cue(SampleReports.Seconds(i), SampleReports.Seconds(i + 1), i % 10 == 9 ? "and so it ends." : "on it goes"));
        var paragraphs = TranscriptParagraph.Group(cues).ToList();
        paragraphs.Count.ShouldBeGreaterThan(3);
        paragraphs.ShouldAllBe(paragraph => paragraph.Text.EndsWith("ends.", StringComparison.Ordinal));
        string.Join(' ', paragraphs.Select(paragraph => paragraph.Text)).Split(' ').Length.ShouldBe((270 * 3) + (30 * 4));
    }

    [Fact]
    public void No_cue_makes_no_text()
    {
        WriteNone(SubRipWriter.Write).ShouldBe("");
        WriteNone(WebVttWriter.Write).ShouldBe("WEBVTT\n");
        WriteNone(PlainTextTranscript.Write).ShouldBe("");
    }

    private static string Write(Action<IEnumerable<Cue>, TextWriter> writer) => Write(writer, Cues);

    private static string WriteNone(Action<IEnumerable<Cue>, TextWriter> writer) => Write(writer, []);

    private static string Write(Action<IEnumerable<Cue>, TextWriter> writer, Cue[] cues)
    {
        using var output = new StringWriter();
        writer(cues, output);
        return output.ToString();
    }
}
