using FsCheck;
using FsCheck.Fluent;
using Yttl.Core.Time;

namespace Yttl.Core.Specs.Time;

/// <summary>
/// The model is the set of seconds that ranges contain: the operations must agree with those of sets.
/// </summary>
public sealed class TimeRangesSpecs
{
    private const int Horizon = 40;

    private static readonly Arbitrary<TimeRange[]> Ranges = (
        from start in Gen.Choose(-3, Horizon - 1)
        from length in Gen.Choose(0, 9)
        select TimeRange.Seconds(start, start + length)).ArrayOf().ToArbitrary();

    [Fact]
    public void A_union_contains_what_any_range_contains() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Ranges, ranges =>
            Seconds(TimeRanges.Union(ranges)).SetEquals(Seconds(ranges))));

    [Fact]
    public void An_intersection_contains_what_both_sides_contain() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Ranges, Ranges, (left, right) =>
            Seconds(TimeRanges.Intersect(left, right)).SetEquals(Seconds(left).Intersect(Seconds(right)))));

    [Fact]
    public void A_difference_contains_what_only_the_first_side_contains() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Ranges, Ranges, (left, right) =>
            Seconds(TimeRanges.Subtract(left, right)).SetEquals(Seconds(left).Except(Seconds(right)))));

    [Fact]
    public void The_total_length_counts_a_second_that_is_covered_twice_once() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Ranges, ranges =>
            TimeRanges.TotalLength(ranges) == TimeSpan.FromSeconds(Seconds(ranges).Count)));

    [Fact]
    public void Every_result_is_ordered_and_its_ranges_are_neither_empty_nor_touching() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Ranges, Ranges, (left, right) =>
            IsCanonical(TimeRanges.Union(left))
            && IsCanonical(TimeRanges.Intersect(left, right))
            && IsCanonical(TimeRanges.Subtract(left, right))));

    [Fact]
    public void Subtracting_one_millisecond_leaves_the_rest_exactly()
    {
        var rest = TimeRanges.Subtract([TimeRange.Seconds(0, 10)], [TimeRange.Seconds(9.999, 20)]);

        rest.ShouldBe([TimeRange.Seconds(0, 9.999)]);
    }

    [Fact]
    public void Subtracting_from_the_middle_leaves_both_sides()
    {
        var rest = TimeRanges.Subtract([TimeRange.Seconds(0, 10)], [TimeRange.Seconds(4, 5)]);

        rest.ShouldBe([TimeRange.Seconds(0, 4), TimeRange.Seconds(5, 10)]);
    }

    private static HashSet<int> Seconds(IEnumerable<TimeRange> ranges)
    {
        var all = ranges.ToList();
        return [.. Enumerable.Range(-5, Horizon + 20).Where(second => all.Any(range => range.Contains(At(second))))];
    }

    private static TimeSpan At(int seconds) => TimeSpan.FromSeconds(seconds);

    private static bool IsCanonical(IReadOnlyList<TimeRange> ranges) =>
        ranges.All(range => range.Start < range.End)
        && ranges.Zip(ranges.Skip(1)).All(pair => pair.First.End < pair.Second.Start);
}
