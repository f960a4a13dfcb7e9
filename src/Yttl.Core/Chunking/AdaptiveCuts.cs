namespace Yttl.Core.Chunking;

/// <summary>
/// Finds the cuts with the smallest predicted makespan. Tries to divide a worker's share of the track into one call,
/// two, three and so on, computes the earliest end of each, and cuts for the best.
/// </summary>
internal sealed class AdaptiveCuts(TrackTimeline track, CostModel cost, long maxAudio)
{
    /// <summary>Number of divisions of a worker's share to try, starting with the fewest calls.</summary>
    private const int CountsTried = 12;

    /// <summary>Number of trials to cut: the silences cannot make up for the predicted time of the others.</summary>
    private const int Finalists = 4;

    /// <summary>
    /// Penalty for the longest call, as a share of it: actual times differ from predicted ones by about this much. Also
    /// the penalty, as a share of a window, for a cut in a word.
    /// </summary>
    private const double Surprise = 0.05;

    private readonly long _margin = CutPoints.Margin(maxAudio);

    /// <summary>
    /// Returns the cut points, including the beginning and the end; null where no cuts keep every chunk within the
    /// limit.
    /// </summary>
    public IReadOnlyList<CutPoint>? Fastest() => CallLengths()
        .Select(Try)
        .OfType<Trial>()
        .OrderBy(trial => trial.Soonest.Makespan + Surprise * trial.Windows * cost.Window)
        .Take(Finalists)
        .Select(trial => Way(trial.Passages, trial.Soonest.Windows.Select(calls => calls.Select(MostAudio))))
        .OfType<List<CutPoint>>()
        .MinBy(way => (Score(way), way.Count));

    /// <summary>
    /// Returns the cuts with the fewest calls, evenly filled, none of which contains a silence worth skipping.
    /// </summary>
    public IReadOnlyList<CutPoint>? Fewest()
    {
        var passages = Passages(CostModel.Windows(maxAudio));
        return Way(passages, passages.Select(passage => Enumerable.Repeat(maxAudio, passage.Last)));
    }

    private Trial? Try(long windows)
    {
        var passages = Passages(windows);
        return Schedule.Soonest(passages, cost, windows, maxAudio) is { } soonest
            ? new Trial(windows, passages, soonest)
            : null;
    }

    /// <summary>
    /// Lengths to try, in windows: a worker's share in one call, in two and so on, each also with one more window for
    /// what cuts at pauses waste. The longest call without its last window is included: where the limit leaves little
    /// of that window, the window does not pay.
    /// </summary>
    private SortedSet<long> CallLengths()
    {
        var longest = CostModel.Windows(maxAudio);
        var audio = Passages(1).Sum(passage => passage.AudioLength(0, passage.Last));
        var share = CostModel.Windows((audio + cost.Workers - 1) / cost.Workers);
        var fewest = (share + longest - 1) / longest;
        var lengths = new SortedSet<long> { Math.Max(1, maxAudio / CostModel.WindowLength) };
        for (var calls = fewest; calls < fewest + CountsTried; calls++)
        {
            var length = (share + calls - 1) / calls;
            lengths.Add(Math.Min(longest, length));
            lengths.Add(Math.Min(longest, length + 1));
        }

        return lengths;
    }

    private IReadOnlyList<Stretch> Passages(long windows) =>
        Stretch.From(CutPoints.Find(track, MostAudio(windows), _margin), cost, track.Duration);

    private long MostAudio(long windows) => Math.Min(maxAudio, windows * CostModel.WindowLength);

    private static List<CutPoint>? Way(
        IReadOnlyList<Stretch> passages, IEnumerable<IEnumerable<long>> limits)
    {
        var way = new List<CutPoint> { passages[0].Points[0] };
        foreach (var (passage, most) in passages.Zip(limits))
        {
            if (new Partition(passage, [.. most]).Points() is not { } points)
                return null;
            way.AddRange(points.Skip(1));
        }

        return way;
    }

    private double Score(IReadOnlyList<CutPoint> way)
    {
        var audio = ChunkPlanAssembly.AudioLengths(way, track).ToList();
        var inWords = way.Count(point => point.Reason == CutReason.NoSilence);
        return cost.Makespan(audio.Select(cost.Call))
            + Surprise * cost.Window * (audio.Max() / (double)CostModel.WindowLength + inWords);
    }

    /// <param name="Windows">Maximum length of a call, in windows.</param>
    private sealed record Trial(long Windows, IReadOnlyList<Stretch> Passages, Schedule Soonest);
}
