using Yttl.Core.Captions;
using Yttl.Core.Languages;
using Yttl.Core.Reports;
using Yttl.Core.Segments;

namespace Yttl.Core.Specs.Reports;

public sealed class SegmentTitlesSpecs
{
    [Fact]
    public void Without_a_chapter_it_is_the_words_that_are_said_here_and_not_elsewhere() =>
        Titles(
            [
                "The ship and the clock. The clock kept time on the ship.",
                "The moon and the ship. The moon moves among stars, and stars are many.",
            ])
            .ShouldBe(["Clock", "Moon, stars"]);

    [Fact]
    public void Names_of_speakers_and_sounds_are_no_titles() =>
        SegmentTitles.Of(
            [Segment(0) with { End = Minutes(3) }],
            [null],
            Transcript([.. new[] { "The clock. [Music]", "The moon. [Music]", "The clock and the moon. [Music]" }
                .Select((line, i) => new Cue(Minutes(i), Minutes(i + 1), line) { Speaker = "Ada" })]))
            .Select(title => title?.Text).ShouldBe(["Clock, moon"]);

    [Fact]
    public void Nothing_that_recurs_gives_no_title() => Titles(["Hello there.", ""]).ShouldBe([null, null]);

    [Fact]
    public void A_chapter_gives_its_title_with_a_number_where_it_was_divided()
    {
        SegmentRef[] segments =
            [Segment(0) with { Title = "Stars" }, Segment(1) with { Title = "Stars" }, Segment(2) with { Title = "Clocks" }];

        var titles = SegmentTitles.Of(segments, new string?[3], Transcript([]));

        titles.Select(title => title!.Text).ShouldBe(["Stars (1 of 2)", "Stars (2 of 2)", "Clocks"]);
        titles.ShouldAllBe(title => title!.From == SegmentTitleSource.Chapter);
    }

    [Fact]
    public void A_models_title_goes_before_words_and_after_a_chapter()
    {
        SegmentRef[] segments = [Segment(0) with { Title = "Stars" }, Segment(1)];

        var titles = SegmentTitles.Of(segments, ["The night sky", "How clocks keep time"], Transcript([]));

        titles.ShouldBe([
            new SegmentTitle("Stars", SegmentTitleSource.Chapter),
            new SegmentTitle("How clocks keep time", SegmentTitleSource.Model)]);
    }

    [Fact]
    public void A_script_without_spaces_has_titles_too() =>
        Titles(["航海の時計。時計は正しい。", "満月と星。満月が動く。"]).ShouldAllBe(title => title != null);

    private static IEnumerable<string?> Titles(string[] lines) =>
        SegmentTitles.Of(
            [.. lines.Select((_, i) => Segment(i))],
            new string?[lines.Length],
            Transcript([.. lines.Select((line, i) => new Cue(Minutes(i), Minutes(i + 1), line)).Where(cue => cue.Text.Length > 0)]))
        .Select(title => title?.Text);

    private static Transcript Transcript(Cue[] cues) =>
        new(cues, LanguageTag.Parse("en", null), TranscriptSource.CaptionFile, null);

    private static SegmentRef Segment(int minute) => new(minute, Minutes(minute), Minutes(minute + 1), null);

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);
}
