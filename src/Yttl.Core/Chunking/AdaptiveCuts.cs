namespace Yttl.Core.Chunking;

/// <summary>
/// The smallest predicted makespan. Tries what a worker's share may be divided into: one call, two, three; finds for
/// each how soon all of it can have ended; and cuts for the best.
/// </summary>
internal sealed class AdaptiveCuts(TrackTimeline track, CostModel cost, long maxHeard)
{
    /// <summary>Numbers of calls that a worker's share is divided into, from the fewest on.</summary>
    private const int CountsTried = 12;

    /// <summary>Trials that are cut; for those after them no luck with silences makes up.</summary>
    private const int Finalists = 4;

    /// <summary>
    /// What really happens differs from what was predicted by about so much of the longest call; and a cut in a word
    /// is worth avoiding for as much of a window.
    /// </summary>
    private const double Surprise = 0.05;

    private readonly long _margin = CutPoints.Margin(maxHeard);

    /// <summary>The points passed, the beginning and the end included; null when none keeps to the limit.</summary>
    public IReadOnlyList<CutPoint>? Fastest() => CallLengths()
        .Select(Try)
        .OfType<Trial>()
        .OrderBy(trial => trial.Soonest.Makespan + Surprise * trial.Windows * cost.Window)
        .Take(Finalists)
        .Select(trial => Way(trial.Passages, trial.Soonest.Windows.Select(calls => calls.Select(MostHeard))))
        .OfType<List<CutPoint>>()
        .MinBy(way => (Score(way), way.Count));

    /// <summary>The fewest calls that hear no silence worth skipping, evenly filled.</summary>
    public IReadOnlyList<CutPoint>? Fewest()
    {
        var passages = Passages(CostModel.Windows(maxHeard));
        return Way(passages, passages.Select(passage => Enumerable.Repeat(maxHeard, passage.Last)));
    }

    private Trial? Try(long windows)
    {
        var passages = Passages(windows);
        return Allotment.Soonest(passages, cost, windows, maxHeard) is { } soonest
            ? new Trial(windows, passages, soonest)
            : null;
    }

    /// <summary>
    /// In windows: a worker's share in one call, in two and so on, and a little more for what pauses waste. The longest
    /// call without its last window is one of them: where the limit leaves little of that window, it is not worth it.
    /// </summary>
    private SortedSet<long> CallLengths()
    {
        var longest = CostModel.Windows(maxHeard);
        var heard = Passages(1).Sum(passage => passage.Heard(0, passage.Last));
        var share = CostModel.Windows((heard + cost.Workers - 1) / cost.Workers);
        var fewest = (share + longest - 1) / longest;
        var lengths = new SortedSet<long> { Math.Max(1, maxHeard / CostModel.WindowLength) };
        for (var calls = fewest; calls < fewest + CountsTried; calls++)
        {
            var length = (share + calls - 1) / calls;
            lengths.Add(Math.Min(longest, length));
            lengths.Add(Math.Min(longest, length + 1));
        }

        return lengths;
    }

    private IReadOnlyList<Passage> Passages(long windows) =>
        Passage.Of(CutPoints.Of(track, MostHeard(windows), _margin), cost, track.Duration);

    private long MostHeard(long windows) => Math.Min(maxHeard, windows * CostModel.WindowLength);

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

    /// <param name="Windows">The most of a call.</param>
    private sealed record Trial(long Windows, IReadOnlyList<Passage> Passages, Allotment Soonest);
}
