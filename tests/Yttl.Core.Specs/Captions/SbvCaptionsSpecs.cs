using System.Text;
using Yttl.Core.Captions.Formats;

namespace Yttl.Core.Specs.Captions;

public sealed class SbvCaptionsSpecs
{
    private const string First = "1-4 The bridge was finished in the spring.";

    [Theory]
    [InlineData("0:00:01.000,0:00:04.000\nThe bridge was finished in the spring.\n\n0:00:04.500,0:00:09.000\nNobody had asked the river.\n")]
    [InlineData("0:00:01.000,0:00:04.000\r\nThe bridge was finished\r\nin the spring.\r\n\r\n0:00:04.500,0:00:09.000\r\nNobody had asked the river.")]
    [InlineData("\n\n00:00:01.000,00:00:04.000\nThe bridge was finished in the spring.\n0:00:04.500,0:00:09.000\nNobody had asked the river.")]
    [InlineData("0:00:01,000,0:00:04,000\nThe bridge was finished in the spring.\n\n0:00:04,500,0:00:09,000\nNobody had asked the river.\n")]
    [InlineData("[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n[SUBTITLE]\n00:00:01.00,00:00:04.00\nThe bridge was finished[br]in the spring.\n\n00:00:04.50,00:00:09.00\nNobody had asked the river.\n")]
    [InlineData("0:00:01.000, 0:00:04.000 \n\nThe bridge was finished in the spring.\n\n0:00:04.500 ,0:00:09.000\nNobody had asked the river.\n")]
    [InlineData("0:00:04.500,0:00:09.000\nNobody had asked the river.\n\n0:00:01.000,0:00:04.000\nThe bridge was finished in the spring.\n")]
    [InlineData("0:00:01.000,0:00:04.000\n<i>The bridge was &#102;inished in the spring.</i>\n\n0:00:04.500,0:00:09.000\nNobody had asked the river.\n")]
    public void Two_cues_are_read(string text) => Read(text).ShouldBe([First, "4.5-9 Nobody had asked the river."]);

    [Fact]
    public void A_file_with_commas_and_arrows_between_times_keeps_its_cues_apart() =>
        Read("0:00:01.000,0:00:04.000\nOne.\n\n0:00:04.500 --> 0:00:09.000\nTwo.\n\n0:00:10.000 --> 0:00:11.000\nThree.\n")
            .ShouldBe(["1-4 One.", "4.5-9 Two.", "10-11 Three."]);

    [Fact]
    public void A_line_with_commas_is_no_timing_line() =>
        Read("0:00:01.000,0:00:04.000\nFirst, we counted: 1,2,3\n10,000 ships\n").ShouldBe(["1-4 First, we counted: 1,2,3 10,000 ships"]);

    [Fact]
    public void Text_that_cannot_be_placed_is_counted()
    {
        var parsed = SbvCaptions.Read("Title\n0:00:01.000,0:00:04.000\na\n\n0:75:01.000,0:75:04.000\nb\n\n0:00:05.000,0:00:09.000\nc\n");

        CueLines.Of(parsed.Cues).ShouldBe(["1-4 a", "5-9 c"]);
        parsed.Notes.ShouldBe(
        [
            "1 timing line cannot be read, and its text is left out (line 5)",
            "1 line of text belongs to no cue and is left out (line 1)",
        ]);
    }

    [Theory]
    [InlineData("one,two\nthree\n")]
    [InlineData("[header]\n[another]\n")]
    [InlineData("10:30,11:30 and so on\n")]
    public void Other_texts_are_not_taken_for_it(string text) => SbvCaptions.Matches(text).ShouldBeFalse();

    private static string[] Read(string text) =>
        CueLines.Of(CaptionReader.Read(Encoding.UTF8.GetBytes(text), null, null).Cues.ShouldNotBeNull());
}
