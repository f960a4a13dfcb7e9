using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class CaptionReaderSpecs
{
    private static readonly string[] Shards =
    [
        "WEBVTT\n\n", "00:01 --> 00:02\n", "{\"events\":[", "{\"segs\":[{\"utf8\":\"", "\"}]}", "]}", "<transcript>",
        "<text start=\"1\">", "</text>", "{\\", "<", "&#x", "&amp;", "\0", "\n", "ÿþ", "a ", "1\n",
    ];

    private const string Srt = "1\n00:00:01,000 --> 00:00:02,000\nHello\nthere\n";

    [Theory]
    [InlineData(Srt, "vtt")]
    [InlineData(Srt, null)]
    [InlineData("\n\n" + Srt, "srt")]
    [InlineData("WEBVTT\n\n00:01.000 --> 00:02.000\nHello\nthere\n", "srt")]
    [InlineData("\uFEFFWEBVTT\n\n00:01.000 --> 00:02.000\nHello\nthere\n", "json3")]
    [InlineData("""{ "events": [{ "tStartMs":1e3, "dDurationMs":1e3, "segs":[{ "utf8":"Hello\nthere" }] }] }""", "vtt")]
    [InlineData("\n<?x y?><!-- x --><transcript><text start=\"1\" dur=\"1\">Hello there</text></transcript>", "html")]
    [InlineData("<timedtext><body><p t=\"1000\" d=\"1000\">Hello there</p></body></timedtext>", null)]
    public void The_content_says_what_the_format_is(string text, string? format) =>
        CueLines.Of(Read(text, format).Cues.ShouldNotBeNull()).ShouldBe(["1-2 Hello there"]);

    [Fact]
    public void WebVtt_that_lost_its_header_is_told_from_srt_by_its_extension() =>
        CueLines.Of(Read("00:01.000 --> 00:02.000\na\n\n00:02.000 --> 00:03.000\nb\n\nNOTE c\n", ".VTT").Cues!)
            .ShouldBe(["1-2 a", "2-3 b"]);

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \r\n\t", "empty")]
    [InlineData("\uFEFF", "empty")]
    [InlineData("<!DOCTYPE html><html><body>00:00:01,000 --> 00:00:02,000</body></html>", "web page")]
    [InlineData("\n<HTML lang=en><title>Sorry</title>", "web page")]
    [InlineData("<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"x\"><x/>", "web page")]
    [InlineData("<!-- blocked --><script>location = '/'</script>", "web page")]
    [InlineData("WEBVTT\n\n", "no cues")]
    [InlineData("<transcript/>", "no cues")]
    [InlineData("""{ "events": [] }""", "no cues")]
    [InlineData("""{ "events": [{ "tStartMs": 0, "segs": [""", "damaged")]
    [InlineData("<transcript><text start=\"0\">cut", "damaged")]
    [InlineData("{ \"segments\": [] }", "no cues")]
    [InlineData("{ \"a\": [] }", "format")]
    [InlineData("[]", "format")]
    [InlineData("<", "format")]
    [InlineData("<!--", "format")]
    [InlineData("<tt xmlns=\"http://www.w3.org/ns/ttml\"><body/></tt>", "no cues")]
    [InlineData("Just a letter to a friend.", "a text without times")]
    public void What_cannot_be_used_is_named(string text, string reason)
    {
        var reading = Read(text, "vtt");
        reading.Cues.ShouldBeNull();
        reading.Reason.ShouldNotBeNull().ShouldContain(reason);
    }

    [Fact]
    public void Bytes_of_any_kind_are_read_or_refused_but_never_an_error() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements(Shards).ArrayOf().ToArbitrary(),
        parts =>
        {
            var reading = CaptionReader.Read(Encoding.Latin1.GetBytes(string.Concat(parts)), null, null);
            (reading.Cues is null).ShouldBe(reading.Reason is not null);
        }));

    [Theory]
    [InlineData("WEBVTT\n\n", "{0}.000 --> {0}.900\nword <c>number</c> {0}\n\n")]
    [InlineData("", "1\n{0},000 --> {0},900\nword <i>number</i> {0}\n\n")]
    public void Ten_thousand_cues_are_all_read(string head, string cue)
    {
        var text = new StringBuilder(head);
        for (var i = 0; i < 10_000; i++)
            text.AppendFormat(null, cue, $"{i / 60}:{i % 60:00}");
        Read(text.ToString(), null).Cues.ShouldNotBeNull().Count.ShouldBe(10_000);
    }

    private static CaptionReading Read(string text, string? format) =>
        CaptionReader.Read(Encoding.UTF8.GetBytes(text), format, null);
}
