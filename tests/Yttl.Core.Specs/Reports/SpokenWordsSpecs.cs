using Yttl.Core.Captions;
using Yttl.Core.Reports.Html;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Reports;

public sealed class SpokenWordsSpecs
{
    [Fact]
    public void The_words_of_a_range_are_those_of_its_cues_and_whole() =>
        In(2.4, 12.5, Cue(0, 5, "Before. The tide"), Cue(5, 10, "comes\nback"), Cue(10, 15, "at noon. After."))
            .ShouldBe("The tide comes back at noon.");

    [Fact]
    public void Cues_that_overlap_are_all_read() =>
        In(6, 8, Cue(0, 10, "long"), Cue(5, 7, "short"), Cue(6, 9, "next"), Cue(8, 9, "after")).ShouldBe("long short next");

    [Fact]
    public void Speakers_are_named_where_a_turn_begins() =>
        In(
            0, 15,
            Cue(0, 5, "We ship it.") with { Speaker = "Ada" },
            Cue(5, 10, "Today.") with { Speaker = "Ada" },
            Cue(10, 15, "Yes.") with { Speaker = "Bo" })
            .ShouldBe("Ada: We ship it. Today. Bo: Yes.");

    [Fact]
    public void Who_stopped_speaking_before_is_not_named() =>
        In(6, 10, Cue(0, 5, "Before.") with { Speaker = "Ada" }, Cue(7, 10, "After.") with { Speaker = "Ada" }).ShouldBe("Ada: After.");

    [Fact]
    public void Scripts_without_spaces_stay_without_spaces() =>
        In(0, 10, Cue(0, 5, "海は戻る。"), Cue(5, 10, "水も戻る。")).ShouldBe("海は戻る。水も戻る。");

    [Theory]
    [InlineData("abcd ")]
    [InlineData("海")]
    [InlineData("😀")]
    public void Long_words_end_where_a_word_does(string word)
    {
        var said = In(0, 60, Cue(0, 60, string.Concat(Enumerable.Repeat(word, 400))));

        said.Length.ShouldBeInRange(SpokenWords.Longest - word.Length, SpokenWords.Longest);
        said.Replace(word.Trim(), "", StringComparison.Ordinal).Trim().ShouldBe("…");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, "first")]
    [InlineData(0.9995, "first")]
    [InlineData(7, "second")]
    [InlineData(20, "third")]
    [InlineData(99, "third")]
    public void A_time_lies_in_a_cue_or_after_one(double second, string? text) =>
        new SpokenWords([Cue(1, 5, "first"), Cue(5, 10, "second"), Cue(10, 15, "third")])
            .CueAt(SampleReports.Seconds(second))?.Text.ShouldBe(text);

    [Fact]
    public void A_page_without_a_transcript_has_no_words() => In(0, 10).ShouldBe("");

    private static string In(double start, double end, params Cue[] cues) => new SpokenWords(cues).In(TimeRange.Seconds(start, end));

    private static Cue Cue(double start, double end, string text) => new(SampleReports.Seconds(start), SampleReports.Seconds(end), text);
}
