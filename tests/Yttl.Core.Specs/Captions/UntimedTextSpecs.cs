using System.Text;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

/// <summary>Text that a broken file does not put at a cue is put at the one before, or a note says that it is left out.</summary>
public sealed class UntimedTextSpecs
{
    [Theory]
    [InlineData("1\n00:01.000 --> 00:06.000\nFirst.\n\nStill first.\n\n2\n00:06.000 --> 00:10.000\nSecond.\n")]
    [InlineData("00:01.000 --> 00:06.000 line:79%\n\nFirst.\nStill first.\n\n00:06.000 --> 00:10.000\n\nSecond.\n")]
    [InlineData("00:01.000 --> 00:06.000\n\n\nFirst.\n\n\nStill first.\n\n\n\n00:06.000 --> 00:10.000\nSecond.")]
    [InlineData("00:01.000 --> 00:06.000\n\nFirst.\n\nStill first.\n00:06.000 --> 00:10.000\n\nSecond.\n")]
    [InlineData("1\n\n00:01.000 --> 00:06.000\n\nFirst.\n\nStill first.\n\n2\n\n00:06.000 --> 00:10.000\n\nSecond.\n")]
    [InlineData("a-1\n00:01.000 --> 00:06.000\nFirst.\n\nStill first.\n\na-2\n00:06.000 --> 00:10.000\nSecond.\n")]
    [InlineData("NOTE made\nby hand\n\n00:01.000 --> 00:06.000\nFirst.\n\nStill first.\n\nNOTE next\n\n00:06.000 --> 00:10.000\nSecond.\n\nNOTE\nend\n")]
    [InlineData("STYLE\n::cue { color: lime }\n\nREGION\nid:a\n\n00:01.000 --> 00:06.000\nFirst.\n\nStill first.\n\n00:06.000 --> 00:10.000\nSecond.\n")]
    public void An_empty_line_ends_no_cue_of_WebVtt(string text)
    {
        var reading = Read($"WEBVTT\n\n{text}", "vtt");
        CueLines.Of(reading.Cues!).ShouldBe(["1-6 First. Still first.", "6-10 Second."]);
        reading.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\r\r\n")]
    [InlineData("\r\r\r\n")]
    [InlineData("\n\r")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Line_ends_of_every_kind_keep_comments_and_texts_apart(string end)
    {
        var text = string.Join(
            end, "WEBVTT", "", "NOTE", "not", "spoken", "", "intro", "00:01.000 --> 00:06.000", "First.", "Still first.", "",
            "NOTE", "nor", "this", "", "00:06.000 --> 00:10.000", "Second.", "");
        CueLines.Of(Read(text, "vtt").Cues!).ShouldBe(["1-6 First. Still first.", "6-10 Second."]);
    }

    [Fact]
    public void The_names_of_cues_are_not_spoken_though_a_text_has_an_empty_line() =>
        CueLines.Of(Read(
            "WEBVTT\n\nWelcome to the talk\n00:01.000 --> 00:02.000\na\n\nb\n\nThe second part\n00:02.000 --> 00:03.000\nc\n",
            "vtt").Cues!).ShouldBe(["1-2 a b", "2-3 c"]);

    [Fact]
    public void A_sentence_before_a_timing_line_without_an_empty_line_is_spoken() =>
        CueLines.Of(Read(
            "WEBVTT\n\n00:01.000 --> 00:02.000\na\n\nand so on\n00:02.000 --> 00:03.000\nb\n\n00:03.000 --> 00:04.000\nc\n"
            + "\n00:04.000 --> 00:05.000\n\nYes.\n00:05.000 --> 00:06.000\nd\n",
            "vtt").Cues!).ShouldBe(["1-2 a and so on", "2-3 b", "3-4 c", "4-5 Yes.", "5-6 d"]);

    [Theory]
    [InlineData("srt", "Detecting language\nEnglish\n\n1\n", 1)]
    [InlineData("vtt", "WEBVTT\n\nDetecting language\nEnglish\n\n1\n", 3)]
    public void Text_before_the_first_cue_is_counted(string format, string head, int line) =>
        Read($"{head}00:01.000 --> 00:02.000\na\n", format).Notes
            .ShouldBe([$"2 lines of text belong to no cue and are left out (first: line {line})"]);

    [Fact]
    public void A_cue_that_lost_its_timing_line_is_counted_and_not_added_to_the_cue_before()
    {
        var reading = Read(
            "1\n00:00:01,000 --> 00:00:02,000\na\n\n2\nlost\n\n3\n00:00:03,000 --> 00:00:04,000\nb\n", "srt");
        CueLines.Of(reading.Cues!).ShouldBe(["1-2 a", "3-4 b"]);
        reading.Notes.ShouldBe(["1 line of text belongs to no cue and is left out (line 6)"]);
    }

    [Fact]
    public void A_text_without_a_time_in_YouTubes_xml_is_counted()
    {
        var reading = Read("<transcript>\n<text start=\"1\" dur=\"1\">a</text>\n<text>b</text></transcript>", "srv1");
        CueLines.Of(reading.Cues!).ShouldBe(["1-2 a"]);
        reading.Notes.ShouldBe(["1 line of text belongs to no cue and is left out (line 3)"]);
    }

    private static CaptionReading Read(string text, string format) =>
        CaptionReader.Read(Encoding.UTF8.GetBytes(text), format, null);
}
