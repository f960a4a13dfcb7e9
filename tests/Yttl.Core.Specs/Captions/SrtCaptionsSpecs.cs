using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class SrtCaptionsSpecs
{
    [Fact]
    public void Commas_dots_and_short_fractions_are_times() =>
        Read("""
            1
            00:00:01,5 --> 00:00:02.250
            a

            2
            0:0:3,000 --> 0:0:4 X1:117 X2:600 Y1:040 Y2:080
            b
            """).ShouldBe(["1.5-2.25 a", "3-4 b"]);

    [Fact]
    public void Markup_and_override_codes_go() =>
        Read("1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>Hello</i> <font color=\"#fff\">you</font> {not a code}\n")
            .ShouldBe(["1-2 Hello you {not a code}"]);

    [Fact]
    public void Cues_out_of_order_are_put_in_order() =>
        Read("1\n00:00:05,000 --> 00:00:06,000\nlate\n\n2\n00:00:01,000 --> 00:00:02,000\nearly\n")
            .ShouldBe(["1-2 early", "5-6 late"]);

    [Fact]
    public void Overlapping_cues_keep_their_times() =>
        Read("1\n00:00:01,000 --> 00:00:05,000\na\n\n2\n00:00:02,000 --> 00:00:03,000\nb\n")
            .ShouldBe(["1-5 a", "2-3 b"]);

    [Theory]
    [InlineData("-00:00:02,000 --> 00:00:01,000", "0-1 a")]
    [InlineData("00:00:-2,000 --> 00:00:01,000", "0-1 a")]
    [InlineData("-00:00:02,000 --> -00:00:01,000", "0-0 a")]
    public void Times_below_zero_are_zero(string timing, string cue) => Read($"1\n{timing}\na\n").ShouldBe([cue]);

    [Fact]
    public void Missing_indexes_and_missing_empty_lines_lose_nothing() =>
        Read("00:00:01,000 --> 00:00:02,000\na\n00:00:02,000 --> 00:00:03,000\nb\n").ShouldBe(["1-2 a", "2-3 b"]);

    [Fact]
    public void Indexes_are_told_from_numbers_that_were_said() =>
        Read("""
            7
            00:00:01,000 --> 00:00:02,000
            1984
            8
            00:00:02,000 --> 00:00:03,000
            How old?
            42

            99
            00:00:03,000 --> 00:00:04,000
            10
            00:00:05,000 --> 00:00:06,000
            9
            """).ShouldBe(["1-2 1984", "2-3 How old?/42", "3-4 10", "5-6 9"]);

    [Fact]
    public void An_empty_line_inside_a_text_ends_nothing() =>
        Read("1\n00:00:01,000 --> 00:00:02,000\na\n\nb\n\n2\n00:00:02,000 --> 00:00:03,000\nc\n")
            .ShouldBe(["1-2 a/b", "2-3 c"]);

    [Theory]
    [InlineData("9999:00:00,000 --> 9999:00:05,000")]
    [InlineData("99999999:00:00,000 --> 99999999:00:05,000")]
    [InlineData("9999:00:00,000 --> 00:00:05,000")]
    public void A_cue_at_the_end_of_time_is_kept_at_the_largest_time_there_is(string timing) =>
        Read($"1\n00:00:01,000 --> 9999:00:00,000\na\n\n2\n{timing}\nb\n")
            .ShouldBe(["1-11 a", "3600000-3600000 b"]);

    [Theory]
    [InlineData("999999999999999999:00:00,000 --> 1:00")]
    [InlineData("1 --> 2")]
    [InlineData("12:30:45:11:01 --> 12:31")]
    [InlineData("00:00:01,00x --> 00:00:02")]
    [InlineData(" --> ")]
    public void What_is_no_time_starts_no_cue(string line) => Read($"1\n{line}\na\n").ShouldBeEmpty();

    private static string[] Read(string text) => CueLines.Of(SrtCaptions.Read(text).Cues);
}
