namespace Yttl.Core.Chunking;

/// <summary>
/// Chooses among the points the way through a track that costs least, by dynamic programming: what its calls cost, how
/// unevenly it shares the speech, and how bad its cuts are.
/// </summary>
/// <param name="MaxHeard">The most that a chunk may hear, in milliseconds.</param>
/// <param name="Speech">What a chunk is to hold of it, in milliseconds.</param>
/// <param name="Call">What each call costs beside its windows, in ticks.</param>
/// <param name="Window">What a window costs, in ticks.</param>
/// <param name="Whole">
/// Counts started windows, which finds the least work; else parts of windows too, which shares it most evenly.
/// </param>
internal sealed record CutSearch(long MaxHeard, double Speech, double Call, long Window, bool Whole)
{
    /// <summary>
    /// What a chunk with none of its share of the speech costs, as a part of what one with it does. A quarter makes a
    /// deviation of a tenth cheaper than one more window, and of a half dearer.
    /// </summary>
    private const double Unevenness = 0.25;

    /// <summary>Of that, what the worst silence costs more than the best: as much as being a third off its share.</summary>
    private const double WorstSilence = 0.25;

    /// <summary>Where it passes the points; null when no way through keeps to the limit.</summary>
    public IReadOnlyList<CutPoint>? Through(List<CutPoint> points, long duration)
    {
        var costs = new double[points.Count];
        var cameFrom = new int[points.Count];
        var uneven = Unevenness * Window * Math.Max(1, Speech / CostModel.WindowLength);
        for (var to = 1; to < points.Count; to++)
        {
            costs[to] = double.PositiveInfinity;
            var end = points[to];
            var heardEnd = Math.Min(duration, end.End + end.Margin);
            var quality = to == points.Count - 1 ? 0 : uneven * CutCost(end);
            for (var from = to - 1; from >= 0 && end.End - points[from].Start <= MaxHeard; from--)
            {
                var heard = heardEnd - Math.Max(0, points[from].Start - points[from].Margin);
                if (heard > MaxHeard)
                    continue;
                var off = (end.SpeechBefore - points[from].SpeechBefore - Speech) / Speech;
                var cost = costs[from] + Call + Windows(heard) * Window + uneven * off * off + quality;
                if (cost < costs[to])
                    (costs[to], cameFrom[to]) = (cost, from);
            }
        }

        return double.IsPositiveInfinity(costs[^1]) ? null : Way(points, cameFrom);
    }

    private double Windows(long heard) =>
        Whole ? CostModel.Windows(heard) : heard / (double)CostModel.WindowLength;

    private static double CutCost(CutPoint point) =>
        point.Reason == CutReason.NoSilence ? 1 : WorstSilence * (1 - point.Quality);

    private static List<CutPoint> Way(List<CutPoint> points, int[] cameFrom)
    {
        var way = new List<CutPoint>();
        for (var at = points.Count - 1; at > 0; at = cameFrom[at])
            way.Add(points[at]);
        way.Add(points[0]);
        way.Reverse();
        return way;
    }
}
