namespace Yttl.Core.Chunking;

/// <summary>
/// The smallest predicted makespan. Tries what a worker's share may be divided into: one call, two, three; finds for
/// each how soon all of it can have ended; and cuts for the best.
/// </summary>
internal sealed class AdaptiveCuts(TrackTimeline track, CostModel cost, long maxHeard)
{
    private const int WavesTried = 12;

    /// <summary>Of all that was tried; beyond these, no luck with silences makes up for what the estimate says.</summary>
    private const int BestCut = 4;

    /// <summary>
    /// What really happens differs from what was predicted by about so much of the longest call; and a cut in a word
    /// is worth avoiding for as much of a window.
    /// </summary>
    private const double Surprise = 0.05;

    private readonly long _margin = CutPoints.Margin(maxHeard);

    /// <summary>The points passed, the beginning and the end included; null when none keeps to the limit.</summary>
    public IReadOnlyList<CutPoint>? Fastest() => CallLengths()
        .Select(windows => (Windows: windows, Passages: Passages(windows)))
        .Select(tried => (tried.Windows, tried.Passages, Best: Allotment.Soonest(tried.Passages, cost, tried.Windows, maxHeard)))
        .Where(tried => tried.Best is not null)
        .OrderBy(tried => tried.Best!.Makespan + Surprise * tried.Windows * cost.Window)
        .Take(BestCut)
        .Select(tried => Way(tried.Passages, tried.Best!.Windows
            .Select(calls => calls.Select(windows => Math.Min(maxHeard, windows * CostModel.WindowLength)))))
        .OfType<List<CutPoint>>()
        .MinBy(way => (Score(way), way.Count));

    /// <summary>The fewest calls that hear no silence worth skipping, evenly filled.</summary>
    public IReadOnlyList<CutPoint>? Fewest()
    {
        var passages = Passages(CostModel.Windows(maxHeard));
        return Way(passages, passages.Select(passage => Enumerable.Repeat(maxHeard, passage.Last)));
    }

    /// <summary>In windows: a worker's share in one call, in two and so on, and a little more for what pauses waste.</summary>
    private SortedSet<long> CallLengths()
    {
        var longest = CostModel.Windows(maxHeard);
        var heard = Passages(1).Sum(passage => passage.Heard(0, passage.Last));
        var share = CostModel.Windows((heard + cost.Workers - 1) / cost.Workers);
        var least = (share + longest - 1) / longest;
        var lengths = new SortedSet<long>();
        for (var calls = least; calls < least + WavesTried; calls++)
        {
            var length = (share + calls - 1) / calls;
            lengths.Add(Math.Min(longest, length));
            lengths.Add(Math.Min(longest, length + 1));
        }

        return lengths;
    }

    private IReadOnlyList<Passage> Passages(long windows)
    {
        var length = Math.Min(maxHeard, windows * CostModel.WindowLength);
        return Passage.Of(CutPoints.Of(track, length, _margin), cost, track.Duration);
    }

    private static List<CutPoint>? Way(
        IReadOnlyList<Passage> passages, IEnumerable<IEnumerable<long>> limits)
    {
        var way = new List<CutPoint> { passages[0].Points[0] };
        foreach (var (passage, most) in passages.Zip(limits))
        {
            if (new Division(passage, [.. most]).Points() is not { } points)
                return null;
            way.AddRange(points.Skip(1));
        }

        return way;
    }

    private double Score(IReadOnlyList<CutPoint> way)
    {
        var heard = ChunkPlanAssembly.Heard(way, track).ToList();
        var inWords = way.Count(point => point.Reason == CutReason.NoSilence);
        return cost.Makespan(heard.Select(cost.Call))
            + Surprise * cost.Window * (heard.Max() / (double)CostModel.WindowLength + inWords);
    }
}
