using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.SponsorBlock;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.SponsorBlock;

public sealed class CueCutterSpecs
{
    [Fact]
    public void A_cue_that_no_stretch_touches_is_left_as_it_is()
    {
        var cues = new[] { Cue(0, 5, "before"), Cue(5, 10, "inside"), Cue(10, 15, "after") };

        CueCutter.Cut(cues, [TimeRange.Seconds(5, 10)]).ShouldBe([cues[0], cues[2]]);
    }

    [Fact]
    public void A_cue_is_not_dropped_for_one_overlapping_millisecond()
    {
        var cut = CueCutter.Cut([Cue(0, 10, "all of this is kept")], [TimeRange.Seconds(9.999, 20)]);

        cut.ShouldBe([Cue(0, 9.999, "all of this is kept")]);
    }

    [Fact]
    public void The_words_spoken_inside_go_and_those_outside_stay()
    {
        var cut = CueCutter.Cut([Cue(0, 8, "aaa bbb ccc ddd")], [TimeRange.Seconds(4, 100)]);

        // Eight seconds for fifteen characters: "ccc" is estimated to begin at 4.27 s.
        cut.ShouldBe([Cue(0, 4, "aaa bbb")]);
    }

    [Fact]
    public void A_word_at_the_border_stays()
    {
        var cut = CueCutter.Cut([Cue(0, 8, "aaa bbb ccc ddd")], [TimeRange.Seconds(0, 3)]);

        cut.ShouldBe([Cue(3, 8, "bbb ccc ddd")]);
    }

    [Fact]
    public void A_stretch_in_the_middle_cuts_a_cue_in_two()
    {
        var cut = CueCutter.Cut([Cue(0, 10, "one two three four")], [TimeRange.Seconds(2.5, 7)]);

        cut.ShouldBe([Cue(0, 2.5, "one two"), Cue(7, 10, "three four")]);
    }

    [Fact]
    public void Line_breaks_between_the_words_that_stay_are_kept() =>
        CueCutter.Cut([Cue(0, 9, "a b\nc d e")], [TimeRange.Seconds(7.5, 9)]).ShouldBe([Cue(0, 7.5, "a b\nc d")]);

    [Fact]
    public void A_cue_in_a_script_without_spaces_stays_whole_until_all_of_it_is_inside()
    {
        var cue = Cue(0, 4, "这是一个句子");

        CueCutter.Cut([cue], [TimeRange.Seconds(1, 9)]).ShouldBe([Cue(0, 1, cue.Text)]);
        CueCutter.Cut([cue], [TimeRange.Seconds(0, 4)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_cue_without_length_goes_only_when_it_lies_inside()
    {
        CueCutter.Cut([Cue(5, 5, "ping")], [TimeRange.Seconds(5, 6)]).ShouldBeEmpty();
        CueCutter.Cut([Cue(6, 6, "ping")], [TimeRange.Seconds(5, 6)]).ShouldBe([Cue(6, 6, "ping")]);
    }

    [Fact]
    public void Halves_of_overlapping_cues_stay_ordered_by_start()
    {
        var cut = CueCutter.Cut(
            [Cue(0, 10, "one two three four"), Cue(1, 9, "five")], [TimeRange.Seconds(2.5, 7)]);

        cut.Select(cue => cue.Text).ShouldBe(["one two", "five", "three four"]);
    }

    private static readonly Arbitrary<(List<Cue> Cues, TimeRange[] Removed)> Cuts = (
        from spans in Gen.Two(Gen.Choose(0, 30)).ListOf()
        from words in Gen.Choose(1, 6)
        from removed in Gen.Two(Gen.Choose(0, 300)).ArrayOf()
        let starts = spans.Select(span => span.Item1).Order().ToList()
        select (
            spans.Select((span, i) => Cue(starts[i], starts[i] + span.Item2 / 10.0, Words(i, words))).ToList(),
            removed.Select(pair => Tenths(pair.Item1, pair.Item1 + pair.Item2 / 6)).ToArray()))
        .ToArbitrary();

    [Fact]
    public void A_word_stays_exactly_once_when_any_of_its_time_lies_outside_and_goes_otherwise() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cuts, cut =>
        {
            var expected = cut.Cues.Where(HasLength).SelectMany(cue => CueWord.From(cue)
                .Where(word => TimeRanges.Subtract([word.Range], cut.Removed) is not [])
                .Select(word => cue.Text[word.Start..word.End]));
            var kept = CueCutter.Cut([.. cut.Cues.Where(HasLength)], cut.Removed)
                .SelectMany(cue => cue.Text.Split(' '));
            return kept.Order().SequenceEqual(expected.Order());
        }));

    [Fact]
    public void No_cue_overlaps_a_removed_stretch_and_all_are_ordered() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cuts, cut =>
        {
            var kept = CueCutter.Cut(cut.Cues, cut.Removed);
            var removed = cut.Removed.Where(HasLength);
            return kept.All(cue => !removed.Any(new TimeRange(cue.Start, cue.End).Overlaps))
                && kept.Zip(kept.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start);
        }));

    [Fact]
    public void The_words_of_a_cue_share_its_time_without_holes() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Cuts, cut => cut.Cues.Where(HasLength).All(cue =>
            TimeRanges.Union(CueWord.From(cue).Select(word => word.Range)) is [var all]
            && all == new TimeRange(cue.Start, cue.End))));

    private static TimeRange Tenths(int start, int end) => TimeRange.Seconds(start / 10.0, end / 10.0);

    private static bool HasLength(Cue cue) => cue.Start < cue.End;

    private static bool HasLength(TimeRange range) => range.Start < range.End;

    private static string Words(int cue, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(i => $"w{cue}.{i}"));

    private static Cue Cue(double start, double end, string text) =>
        new(TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end), text);
}
