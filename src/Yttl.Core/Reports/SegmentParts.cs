namespace Yttl.Core.Reports;

/// <summary>Divides what has a time like the summaries.</summary>
internal static class SegmentParts
{
    /// <param name="items">In order of time.</param>
    /// <param name="starts">Of the segments, in order.</param>
    /// <returns>
    /// One part for each segment. Each item is in exactly one: the one in which it starts, the first where it comes before
    /// all, the last where it comes after all.
    /// </returns>
    public static IReadOnlyList<IReadOnlyList<T>> Divide<T>(
        List<T> items, Func<T, TimeSpan> startOf, IReadOnlyList<TimeSpan> starts)
    {
        var parts = new List<IReadOnlyList<T>>(starts.Count);
        var next = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            var first = next;
            while (next < items.Count && (i == starts.Count - 1 || startOf(items[next]) < starts[i + 1]))
                next++;
            parts.Add(items.GetRange(first, next - first));
        }

        return parts;
    }
}
