namespace Yttl.Core.Chunking;

/// <summary>A stretch between two silences that are always skipped, as its possible cut points.</summary>
/// <param name="points">In order; the first starts the stretch, the last ends it.</param>
/// <param name="duration">Duration of the track, in milliseconds.</param>
internal sealed class Stretch(IReadOnlyList<CutPoint> points, long duration)
{
    public IReadOnlyList<CutPoint> Points => points;

    public int Last => points.Count - 1;

    public long Speech => points[Last].SpeechBefore - points[0].SpeechBefore;

    /// <summary>
    /// Returns the audio length of a call whose core extends from one point to another, in milliseconds.
    /// </summary>
    public long AudioLength(int from, int to) => CutPoint.AudioLength(points[from], points[to], duration);

    /// <summary>
    /// Returns the last point that a call reaches within this audio length; <paramref name="from"/> where it reaches
    /// none.
    /// </summary>
    public int Farthest(int from, long audio)
    {
        var (low, high) = (from, Last);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (points[middle].End - points[from].Start <= audio)
                low = middle;
            else
                high = middle - 1;
        }

        // The search ignores the margins: with them, the last point may lie a little earlier.
        while (low > from && AudioLength(from, low) > audio)
            low--;
        return low;
    }

    /// <summary>Returns the stretches of a track: it is cut in every silence that is worth a separate call.</summary>
    public static IReadOnlyList<Stretch> From(IReadOnlyList<CutPoint> points, CostModel cost, long duration)
    {
        var passages = new List<Stretch>();
        var start = 0;
        for (var at = 1; at < points.Count; at++)
        {
            if (at < points.Count - 1 && !cost.IsWorthACall(points[at].Start - points[at].End))
                continue;
            passages.Add(new Stretch([.. points.Skip(start).Take(at - start + 1)], duration));
            start = at;
        }

        return passages;
    }
}
