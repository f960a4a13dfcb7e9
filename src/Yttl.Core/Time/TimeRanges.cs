namespace Yttl.Core.Time;

/// <summary>
/// Interval arithmetic, exact to the tick. Arguments may be in any order, overlap and be empty; results are canonical:
/// ordered, not empty, and no two ranges overlap or touch.
/// </summary>
internal static class TimeRanges
{
    public static IReadOnlyList<TimeRange> Union(IEnumerable<TimeRange> ranges)
    {
        var union = new List<TimeRange>();
        foreach (var range in ranges.Where(range => range.Start < range.End).OrderBy(range => range.Start))
        {
            if (union is [.., var last] && range.Start <= last.End)
                union[^1] = new TimeRange(last.Start, Times.Later(last.End, range.End));
            else
                union.Add(range);
        }

        return union;
    }

    public static IReadOnlyList<TimeRange> Intersect(IEnumerable<TimeRange> left, IEnumerable<TimeRange> right)
    {
        var (ours, theirs) = (Union(left), Union(right));
        var common = new List<TimeRange>();
        for (int i = 0, j = 0; i < ours.Count && j < theirs.Count;)
        {
            var (start, end) = (Times.Later(ours[i].Start, theirs[j].Start), Times.Earlier(ours[i].End, theirs[j].End));
            if (start < end)
                common.Add(new TimeRange(start, end));
            if (ours[i].End < theirs[j].End)
                i++;
            else
                j++;
        }

        return common;
    }

    /// <summary>
    /// Returns the parts of <paramref name="ranges"/> that lie outside all of <paramref name="removed"/>.
    /// </summary>
    public static IReadOnlyList<TimeRange> Subtract(IEnumerable<TimeRange> ranges, IEnumerable<TimeRange> removed) =>
        Intersect(ranges, Complement(Union(removed)));

    /// <summary>Returns the total length that the ranges cover; overlaps count once.</summary>
    public static TimeSpan TotalLength(IEnumerable<TimeRange> ranges) =>
        Union(ranges).Aggregate(TimeSpan.Zero, (total, range) => total + range.Duration());

    private static IEnumerable<TimeRange> Complement(IReadOnlyList<TimeRange> union)
    {
        var start = TimeSpan.MinValue;
        foreach (var range in union)
        {
            yield return new TimeRange(start, range.Start);
            start = range.End;
        }

        yield return new TimeRange(start, TimeSpan.MaxValue);
    }
}
