using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Captions;
using Yttl.Core.Segments;

namespace Yttl.Core.Specs.Segments;

/// <summary>What holds for every transcript and every duration, however little they fit each other.</summary>
public sealed class FixedSectionsProperties
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    private static readonly Gen<Cue> AnyCue =
        from start in Gen.Choose(0, 5 * 3600 * 10)
        from length in Gen.Choose(0, 200)
        select new Cue(Tenths(start), Tenths(start + length), $"{start}+{length}");

    private static readonly Gen<TimeSpan?> AnyDuration = Gen.OneOf(
        Gen.Constant((TimeSpan?)null),
        Gen.Choose(0, 5 * 3600 * 10).Select(tenths => (TimeSpan?)Tenths(tenths)),
        Gen.Choose(0, 60).Select(segments => (TimeSpan?)(segments * FiveMinutes)),
        Gen.Choose(0, 60).Select(segments => (TimeSpan?)(
            segments * FiveMinutes + FixedSections.ShortestTail)));

    private static readonly Arbitrary<(List<Cue> Cues, TimeSpan? Duration)> Videos = (
        from cues in AnyCue.ListOf()
        from duration in AnyDuration
        select (cues.OrderBy(cue => cue.Start).ToList(), duration)).ToArbitrary();

    [Fact]
    public void Every_cue_is_in_exactly_one_segment_and_in_order() => ForAll((video, segments) =>
        segments.SelectMany(segment => segment.Cues).SequenceEqual(video.Cues));

    [Fact]
    public void Every_cue_is_in_the_segment_it_starts_in_or_in_the_last() => ForAll((_, segments) =>
        segments.All(segment => segment.Cues.All(cue =>
            segment.Range.Contains(cue.Start) || (segment == segments[^1] && cue.Start >= segment.Range.End))));

    [Fact]
    public void Segments_cover_the_video_from_zero_to_its_end_without_holes() => ForAll((video, segments) =>
        segments.Count == 0
            ? video.Cues.Count == 0 && video.Duration is not { Ticks: > 0 }
            : segments[0].Range.Start == TimeSpan.Zero
                && segments[^1].Range.End >= video.Duration.GetValueOrDefault()
                && segments.Zip(segments.Skip(1)).All(pair => pair.First.Range.End == pair.Second.Range.Start));

    [Fact]
    public void Every_segment_but_the_last_is_five_minutes_and_the_last_under_six() => ForAll((_, segments) =>
        segments.SkipLast(1).All(segment => segment.Range.Duration() == FiveMinutes)
        && segments.TakeLast(1).All(segment =>
            segment.Range.Duration() < FiveMinutes + FixedSections.ShortestTail
            && (segments.Count == 1 || segment.Range.Duration() >= FixedSections.ShortestTail)));

    [Fact]
    public void Indices_count_through_and_every_hour_but_the_last_has_twelve_segments() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Videos, video =>
        {
            var hours = FixedSections.Divide(video.Cues, video.Duration, FiveMinutes);
            return hours.SelectMany(hour => hour.Segments).Index().All(segment => segment.Item.Index == segment.Index)
                && hours.Index().All(hour => hour.Item.Index == hour.Index)
                && hours.SkipLast(1).All(hour => hour.Segments.Count == 12)
                && hours.All(hour => hour.Segments.Count is > 0 and <= 12
                    && hour.Range.Start == hour.Segments[0].Range.Start
                    && hour.Range.End == hour.Segments[^1].Range.End);
        }));

    private static void ForAll(Func<(List<Cue> Cues, TimeSpan? Duration), List<Segment>, bool> holds) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Videos, video =>
            holds(video, [.. FixedSections.Divide(video.Cues, video.Duration, FiveMinutes).SelectMany(hour => hour.Segments)])));

    private static TimeSpan Tenths(int tenths) => TimeSpan.FromMilliseconds(tenths * 100);
}
