namespace Yttl.Core.Chunking;

/// <summary>What lies between two silences that are skipped in any case, as the points it may be cut at.</summary>
/// <param name="points">In order; the first begins the passage, the last ends it.</param>
/// <param name="duration">Of the track, in milliseconds.</param>
internal sealed class Passage(IReadOnlyList<CutPoint> points, long duration)
{
    public IReadOnlyList<CutPoint> Points => points;

    public int Last => points.Count - 1;

    public long Speech => points[Last].SpeechBefore - points[0].SpeechBefore;

    /// <summary>What a call hears that answers from one point to another, in milliseconds.</summary>
    public long Heard(int from, int to) => CutPoint.Heard(points[from], points[to], duration);

    /// <summary>The last point that a call reaches which hears no more than that; <paramref name="from"/> where it is none.</summary>
    public int Farthest(int from, long heard)
    {
        var (low, high) = (from, Last);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (points[middle].End - points[from].Start <= heard)
                low = middle;
            else
                high = middle - 1;
        }

        // So far without the margins: with them it may be a point or two less.
        while (low > from && Heard(from, low) > heard)
            low--;
        return low;
    }

    /// <summary>The passages of a track with these points: it is cut in every silence that pays for a call around it.</summary>
    public static IReadOnlyList<Passage> Of(IReadOnlyList<CutPoint> points, CostModel cost, long duration)
    {
        var passages = new List<Passage>();
        var start = 0;
        for (var at = 1; at < points.Count; at++)
        {
            if (at < points.Count - 1 && !cost.IsWorthACall(points[at].Start - points[at].End))
                continue;
            passages.Add(new Passage([.. points.Skip(start).Take(at - start + 1)], duration));
            start = at;
        }

        return passages;
    }
}
