using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class WebVttCaptionsSpecs
{
    [Fact]
    public void Notes_styles_regions_ids_and_settings_are_not_said()
    {
        const string text = """
            WEBVTT Kind: captions; Language: en
            X-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:900000

            NOTE
            spoken by
            nobody

            STYLE
            ::cue(c) { color: lime }

            REGION
            id:bottom width:40%

            intro-1
            00:01.000 --> 00:02.500 align:start position:10%,line-left line:0
            Hello

            NOTE one line

            2
            01:00:03.000 --> 01:00:04.000
            there
            """;

        Read(text).ShouldBe(["1-2.5 Hello", "3603-3604 there"]);
    }

    [Fact]
    public void Tags_voices_and_inline_times_leave_plain_words() =>
        ReadCue("<v.loud Ann Lee>so <c.yellow.bg_blue>this</c> is<00:00:01.500><c> it</c>, <lang en-GB>mate</lang>")
            .ShouldBe("so this is it, mate");

    [Theory]
    [InlineData("a < b and c > d", "a < b and c > d")]
    [InlineData("I <3 you", "I <3 you")]
    [InlineData("<laughs> right", "<laughs> right")]
    [InlineData("write to <ann@example.org>", "write to <ann@example.org>")]
    [InlineData("half a tag <b", "half a tag <b")]
    [InlineData("&lt;b&gt; &amp; &#39;x&#x27;&nbsp;&eacute;", "<b> & 'x' é")]
    [InlineData("♪ la  la\t♪", "♪ la la ♪")]
    [InlineData("one<br>two", "one/two")]
    [InlineData("[Música] ¿qué?", "[Música] ¿qué?")]
    public void What_is_no_markup_stays(string text, string plain) => ReadCue(text).ShouldBe(plain);

    [Fact]
    public void A_line_of_one_blank_does_not_end_a_cue() =>
        Read("WEBVTT\n\n00:00.000 --> 00:01.000\n \nnew line\n\n").ShouldBe(["0-1 new line"]);

    [Fact]
    public void A_cue_without_a_readable_end_lasts_until_the_next_but_not_for_ever() =>
        Read("WEBVTT\n\n00:01.000 --> \na\n\n00:03.000 --> 00:0x\nb\n\n00:59.000 --> 00:01.000\nc")
            .ShouldBe(["1-3 a", "3-13 b", "59-69 c"]);

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    [InlineData("\n")]
    public void Every_kind_of_line_end_is_read(string end) =>
        Read(string.Join(end, "WEBVTT", "", "00:00.000 --> 00:01.000", "a", "b", "", "00:01.000 --> 00:02.000", "c"))
            .ShouldBe(["0-1 a/b", "1-2 c"]);

    [Fact]
    public void A_text_full_of_openers_is_read_in_linear_time() =>
        WebVttCaptions.Read($"WEBVTT\n\n00:00.000 --> 00:01.000\n{string.Concat(Enumerable.Repeat("<{\\", 300_000))}\n").Cues
            .Sum(cue => cue.Text.Length).ShouldBe(900_000);

    private static string[] Read(string text) => CueLines.Of(WebVttCaptions.Read(text).Cues);

    private static string ReadCue(string text) =>
        Read($"WEBVTT\n\n00:00.000 --> 00:01.000\n{text}\n").ShouldHaveSingleItem()["0-1 ".Length..];
}
