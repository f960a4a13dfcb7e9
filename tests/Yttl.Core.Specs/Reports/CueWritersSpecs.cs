using Yttl.Core.Captions;
using Yttl.Core.Captions.Formats;
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
    public void A_speaker_is_named_once_a_turn_and_in_WebVtt_with_each_cue()
    {
        Cue[] cues =
        [
            Said(0, "We sail.", "Dora <b>&\nLind"), Said(1, "At noon.", "Dora <b>&\nLind"), Said(2, "No.", "Amir"),
            Said(3, "[Applause]", null), Said(4, "No!", "Amir"),
        ];

        Write(SubRipWriter.Write, cues).ShouldBe(
            "1\n00:00:00,000 --> 00:00:01,000\nDora <b>&\nLind: We sail.\n\n2\n00:00:01,000 --> 00:00:02,000\nAt noon.\n\n"
            + "3\n00:00:02,000 --> 00:00:03,000\nAmir: No.\n\n4\n00:00:03,000 --> 00:00:04,000\n[Applause]\n\n"
            + "5\n00:00:04,000 --> 00:00:05,000\nAmir: No!\n");
        Write(WebVttWriter.Write, cues).Split("\n\n").Skip(1).Select(block => block[(block.IndexOf('\n') + 1)..].TrimEnd()).ShouldBe([
            "<v Dora &lt;b&gt;&amp; Lind>We sail.", "<v Dora &lt;b&gt;&amp; Lind>At noon.", "<v Amir>No.", "[Applause]", "<v Amir>No!"]);
        Write(PlainTextTranscript.Write, cues).ShouldBe("Dora <b>&\nLind: We sail. At noon.\n\nAmir: No.\n\n[Applause]\n\nAmir: No!\n");
    }

    [Theory]
    [InlineData("vtt")]
    [InlineData("srt")]
    public void What_is_written_is_read_with_the_same_speakers(string format)
    {
        Cue[] cues = [Said(0, "We sail.", "Dora"), Said(1, "At noon.", "Dora"), Said(2, "No.", "Amir"), Said(3, "Yes.", "Dora")];
        var written = format == "vtt" ? Write(WebVttWriter.Write, cues) : Write(SubRipWriter.Write, cues);

        CaptionReader.Read(System.Text.Encoding.UTF8.GetBytes(written), format, null).Cues.ShouldBe(cues);
    }

    [Fact]
    public void No_cue_makes_no_text()
    {
        WriteNone(SubRipWriter.Write).ShouldBe("");
        WriteNone(WebVttWriter.Write).ShouldBe("WEBVTT\n");
        WriteNone(PlainTextTranscript.Write).ShouldBe("");
    }

    private static Cue Said(int at, string text, string? speaker) =>
        new(SampleReports.Seconds(at), SampleReports.Seconds(at + 1), text) { Speaker = speaker };

    private static string Write(Action<IEnumerable<Cue>, TextWriter> writer) => Write(writer, Cues);

    private static string WriteNone(Action<IEnumerable<Cue>, TextWriter> writer) => Write(writer, []);

    private static string Write(Action<IEnumerable<Cue>, TextWriter> writer, Cue[] cues)
    {
        using var output = new StringWriter();
        writer(cues, output);
        return output.ToString();
    }
}
