using System.Numerics;

namespace Yttl.Core.Chunking;

/// <summary>
/// Partitions a stretch into the fewest chunks within their limits, by dynamic programming: close to their shares of
/// the speech and in good silences.
/// </summary>
/// <param name="Passage">Stretch to partition.</param>
/// <param name="Limits">
/// Maximum audio length of each chunk, in milliseconds; only as many as the fewest chunks need are used. Shares of the
/// speech are in proportion to them.
/// </param>
internal sealed record Partition(Stretch Passage, IReadOnlyList<long> Limits)
{
    /// <summary>Extra cost of the worst silence over the best: that of a chunk that misses its share by half.</summary>
    private const double WorstSilence = 0.25;

    /// <summary>Number of parts of a share in each of which only the best candidate is considered.</summary>
    private const int PartsOfAShare = 64;

    /// <returns>The cut points, both ends included; null where chunks of maximum length do not reach the end.</returns>
    public IReadOnlyList<CutPoint>? Points()
    {
        if (Farthest() is not { } farthest)
            return null;
        var total = (double)Limits.Take(farthest.Count).Sum();
        var offers = Offers(farthest.Count);
        var layers = new List<List<Stop>> { new() { new Stop(0, 0, 0) } };
        double share = 0;
        for (var chunk = 0; chunk < farthest.Count; chunk++)
        {
            var target = Passage.Speech * Limits[chunk] / total;
            share += target;
            var reach = Passage.Speech / 2.0 / farthest.Count;
            var ends = chunk == farthest.Count - 1 ? [Passage.Last] : Near(share, reach, offers).Append(farthest[chunk]);
            layers.Add([.. ends.Distinct().Select(end => Best(layers[^1], end, Limits[chunk], target)).OfType<Stop>()]);
        }

        return Way(layers);
    }

    private Stop? Best(List<Stop> starts, int end, long limit, double target)
    {
        Stop? best = null;
        for (var from = 0; from < starts.Count; from++)
        {
            var start = starts[from];
            if (start.Point >= end || Passage.AudioLength(start.Point, end) > limit)
                continue;
            var off = (SpeechBefore(end) - SpeechBefore(start.Point) - target) / target;
            var cost = start.Cost + off * off + CutCost(end);
            if (best is null || cost < best.Value.Cost)
                best = new Stop(end, cost, from);
        }

        return best;
    }

    /// <summary>Returns the ends of chunks of maximum length: the fewest that are possible.</summary>
    private List<int>? Farthest()
    {
        var ends = new List<int>();
        for (var from = 0; from < Passage.Last; from = ends[^1])
        {
            var to = ends.Count < Limits.Count ? Passage.Farthest(from, Limits[ends.Count]) : from;
            if (to == from)
                return null;
            ends.Add(to);
        }

        return ends;
    }

    /// <summary>Returns the best point of each cell of a fixed grid, which changes elsewhere do not move.</summary>
    private List<int> Offers(int chunks)
    {
        var length = (Passage.Points[^1].End - Passage.Points[0].Start) / chunks / PartsOfAShare;
        var cell = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(1, length));
        var offers = new List<int>();
        for (var point = 1; point < Passage.Last; point++)
        {
            var isSameCell = offers is [.., var best] && Passage.Points[best].End / cell == Passage.Points[point].End / cell;
            if (!isSameCell)
                offers.Add(point);
            else if (Passage.Points[point].Quality > Passage.Points[offers[^1]].Quality)
                offers[^1] = point;
        }

        return offers;
    }

    private IEnumerable<int> Near(double speech, double reach, List<int> offers)
    {
        var (low, high) = (0, offers.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (SpeechBefore(offers[middle]) < speech - reach)
                low = middle + 1;
            else
                high = middle;
        }

        return offers.Skip(low).TakeWhile(offer => SpeechBefore(offer) <= speech + reach);
    }

    private List<CutPoint> Way(List<List<Stop>> layers)
    {
        var way = new List<CutPoint>();
        var at = 0;
        for (var layer = layers.Count - 1; layer >= 0; layer--)
        {
            var stop = layers[layer][at];
            way.Add(Passage.Points[stop.Point]);
            at = stop.From;
        }

        way.Reverse();
        return way;
    }

    private double SpeechBefore(int point) => Passage.Points[point].SpeechBefore - Passage.Points[0].SpeechBefore;

    private double CutCost(int point) => point == Passage.Last ? 0
        : Passage.Points[point].Reason == CutReason.NoSilence ? 1
        : WorstSilence * (1 - Passage.Points[point].Quality);

    /// <param name="From">Index of the best predecessor among the stops of the preceding chunk.</param>
    private readonly record struct Stop(int Point, double Cost, int From);
}
