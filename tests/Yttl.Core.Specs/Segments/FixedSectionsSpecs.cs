using Yttl.Core.Captions;
using Yttl.Core.Segments;

namespace Yttl.Core.Specs.Segments;

public sealed class FixedSectionsSpecs
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Fact]
    public void A_video_of_thirteen_minutes_has_two_segments_of_five_minutes_and_one_of_three()
    {
        var segments = Segments(Divide("13:00"));

        segments.Select(segment => segment.Range.ToString()).ShouldBe(["0:00–5:00", "5:00–10:00", "10:00–13:00"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void A_video_of_exactly_n_hours_has_n_hours_of_twelve_segments_and_loses_nothing(int hours)
    {
        var cues = CuesEvery(TimeSpan.FromSeconds(10), TimeSpan.FromHours(hours));

        var division = FixedSections.Divide(cues, TimeSpan.FromHours(hours), FiveMinutes);

        division.Count.ShouldBe(hours);
        division.ShouldAllBe(hour => hour.Segments.Count == 12 && hour.Range.Duration() == TimeSpan.FromHours(1));
        Segments(division).SelectMany(segment => segment.Cues).ShouldBe(cues);
        Segments(division).ShouldAllBe(segment => segment.Cues.Count == 30);
    }

    [Theory]
    [InlineData("1:00:00")]
    [InlineData("0:10:00")]
    [InlineData("0:03:20")]
    public void A_cue_that_starts_exactly_at_the_end_is_in_the_last_segment(string duration)
    {
        var end = TimeSpan.Parse(duration, System.Globalization.CultureInfo.InvariantCulture);
        var cue = new Cue(end, end, "Bye.");

        var segments = Segments(FixedSections.Divide([cue], end, FiveMinutes));

        segments[^1].Cues.ShouldBe([cue]);
        segments[^1].Range.End.ShouldBe(end);
    }

    [Theory]
    [InlineData("5:59", 1)]
    [InlineData("6:00", 2)]
    [InlineData("6:01", 2)]
    [InlineData("60:59", 12)]
    [InlineData("61:00", 13)]
    [InlineData("61:01", 13)]
    public void A_tail_under_a_minute_joins_the_segment_before_it(string duration, int segments)
    {
        var division = Divide(duration);

        Segments(division).Count.ShouldBe(segments);
        division[^1].Range.End.ShouldBe(Time(duration));
    }

    [Fact]
    public void A_tail_after_a_whole_hour_makes_no_hour_of_its_own()
    {
        var hour = Divide("60:59").ShouldHaveSingleItem();

        hour.Segments[^1].Range.ToString().ShouldBe("55:00–1:00:59");
    }

    [Fact]
    public void A_tail_of_a_minute_after_a_whole_hour_is_an_hour_of_one_segment()
    {
        var hours = Divide("61:00");

        hours.Count.ShouldBe(2);
        hours[1].Index.ShouldBe(1);
        hours[1].Segments.ShouldHaveSingleItem().Index.ShouldBe(12);
    }

    [Theory]
    [InlineData("0:01")]
    [InlineData("0:59")]
    [InlineData("5:00")]
    public void A_short_video_is_one_segment(string duration) => Segments(Divide(duration)).ShouldHaveSingleItem();

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_video_without_a_duration_ends_with_its_last_cue(int? seconds)
    {
        var division = FixedSections.Divide(
            [Cue("0:10", "0:20"), Cue("8:00", "8:07")], seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), FiveMinutes);

        Segments(division).Select(segment => segment.Range.ToString()).ShouldBe(["0:00–5:00", "5:00–8:07"]);
    }

    [Fact]
    public void Nothing_said_in_a_video_of_unknown_duration_has_no_segments() =>
        FixedSections.Divide([], null, FiveMinutes).ShouldBeEmpty();

    [Fact]
    public void A_single_cue_without_length_at_the_very_start_has_a_segment() =>
        Segments(FixedSections.Divide([Cue("0:00", "0:00")], null, FiveMinutes)).ShouldHaveSingleItem().Cues.Count.ShouldBe(1);

    [Fact]
    public void Stretches_in_which_nothing_is_said_keep_their_segments()
    {
        var segments = Segments(FixedSections.Divide([Cue("16:00", "16:01")], Time("20:00"), FiveMinutes));

        segments.Select(segment => segment.Cues.Count).ShouldBe([0, 0, 0, 1]);
    }

    [Fact]
    public void A_duration_far_beyond_the_last_cue_is_kept()
    {
        var division = FixedSections.Divide([Cue("0:01", "0:02")], TimeSpan.FromHours(3), FiveMinutes);

        division.Count.ShouldBe(3);
        Segments(division).Count(segment => segment.Cues is []).ShouldBe(35);
    }

    [Fact]
    public void Captions_that_go_on_after_the_duration_make_the_video_longer()
    {
        var cues = CuesEvery(TimeSpan.FromMinutes(1), Time("18:00"));

        var segments = Segments(FixedSections.Divide(cues, Time("9:00"), FiveMinutes));

        segments.Select(segment => segment.Cues.Count).ShouldBe([5, 5, 5, 3]);
        segments[^1].Range.End.ShouldBe(Time("18:00"));
    }

    [Fact]
    public void Captions_that_end_a_moment_after_the_duration_make_no_segment_of_their_own()
    {
        var cue = new Cue(Time("59:58"), TimeSpan.FromHours(1) + TimeSpan.FromMilliseconds(800), "Bye.");

        var segments = Segments(FixedSections.Divide([cue], TimeSpan.FromHours(1), FiveMinutes));

        segments.Count.ShouldBe(12);
        segments[^1].Cues.ShouldBe([cue]);
    }

    [Fact]
    public void A_stray_cue_far_behind_the_end_is_kept_in_the_last_segment_and_makes_no_empty_hours()
    {
        var credits = new Cue(TimeSpan.FromHours(100), TimeSpan.FromHours(100), "Subtitles by nobody");

        var segments = Segments(FixedSections.Divide([Cue("0:10", "0:20"), Cue("9:50", "9:59"), credits], null, FiveMinutes));

        segments.Count.ShouldBe(2);
        segments[^1].Cues[^1].ShouldBe(credits);
    }

    [Fact]
    public void A_cue_that_never_ends_makes_no_empty_hours() =>
        Segments(FixedSections.Divide([new Cue(TimeSpan.Zero, TimeSpan.MaxValue, "♪")], null, FiveMinutes)).Count.ShouldBe(1);

    [Fact]
    public void Absurd_times_are_survived()
    {
        var cues = new[]
        {
            new Cue(TimeSpan.MinValue, TimeSpan.MinValue, "a"), new Cue(TimeSpan.MaxValue, TimeSpan.MaxValue, "b"),
        };

        foreach (var duration in new TimeSpan?[] { null, TimeSpan.MaxValue, TimeSpan.MinValue })
        {
            Segments(FixedSections.Divide(cues, duration, FiveMinutes)).SelectMany(segment => segment.Cues).ShouldBe(cues);
            Segments(FixedSections.Divide([cues[1]], duration, FiveMinutes)).SelectMany(segment => segment.Cues).ShouldBe([cues[1]]);
        }
    }

    private static IReadOnlyList<Hour> Divide(string duration) =>
        FixedSections.Divide([Cue("0:00", "0:01")], Time(duration), FiveMinutes);

    private static List<Segment> Segments(IReadOnlyList<Hour> hours) => [.. hours.SelectMany(hour => hour.Segments)];

    private static List<Cue> CuesEvery(TimeSpan step, TimeSpan until) =>
        [.. Enumerable.Range(0, (int)(until / step)).Select(i => new Cue(i * step, (i + 1) * step, $"cue {i}"))];

    private static Cue Cue(string start, string end) => new(Time(start), Time(end), "Said.");

    private static TimeSpan Time(string text)
    {
        var parts = text.Split(':').Select(int.Parse).ToList();
        return TimeSpan.FromSeconds(parts[0] * 60 + parts[1]);
    }
}
