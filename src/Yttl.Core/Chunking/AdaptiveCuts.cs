namespace Yttl.Core.Chunking;

/// <summary>
/// The smallest predicted makespan. Tries the counts of chunks that look best when all are alike (whole waves, so that
/// no worker idles in the last one), cuts for each of them, and keeps what schedules best.
/// </summary>
internal sealed class AdaptiveCuts(TrackTimeline track, CostModel cost, long maxHeard)
{
    /// <summary>Beyond these, estimates are so much worse that no luck with silences makes up for it.</summary>
    private const int CountsTried = 6;

    private const int WavesTried = 12;

    /// <summary>
    /// What really happens differs from what was predicted by about so much of the longest call; and a cut in a word
    /// is worth avoiding for as much of a window.
    /// </summary>
    private const double Surprise = 0.05;

    private readonly long _margin = CutPoints.Margin(maxHeard);
    private readonly long _heard = HeardAtLeast(track, cost);

    /// <summary>The points passed, the beginning and the end included; null when none keeps to the limit.</summary>
    public IReadOnlyList<CutPoint>? Fastest() => Counts()
        .OrderBy(Estimate).ThenBy(count => count).Take(CountsTried)
        .SelectMany(Ways)
        .MinBy(way => (Score(way), way.Count));

    /// <summary>The fewest calls, evenly filled.</summary>
    public IReadOnlyList<CutPoint>? Fewest()
    {
        var count = LeastCount();
        var points = CutPoints.Of(track, Length(count), _margin);
        var rather = cost.Overhead + cost.Window * (double)CostModel.Windows(Math.Min(maxHeard, track.Duration));
        return new CutSearch(maxHeard, track.Speech / (double)count, rather, cost.Window, Whole: false).Through(points, track.Duration);
    }

    private IEnumerable<IReadOnlyList<CutPoint>> Ways(long count)
    {
        var points = CutPoints.Of(track, Length(count), _margin);
        var windows = CostModel.Windows(Length(count));
        var share = track.Speech / (double)count;
        for (var most = windows; most <= windows + 1; most++)
        {
            var heard = Math.Min(maxHeard, most * CostModel.WindowLength);
            var search = new CutSearch(heard, share, cost.Overhead, cost.Window, Whole: true);
            if (search.Through(points, track.Duration) is { } least)
                yield return least;
            if ((search with { Whole = false }).Through(points, track.Duration) is { } even)
                yield return even;
        }
    }

    private SortedSet<long> Counts()
    {
        var (least, most) = (LeastCount(), Math.Max(LeastCount(), CostModel.Windows(_heard)));
        var counts = new SortedSet<long>();
        for (var count = least; count <= Math.Min(most, least + cost.Workers); count++)
            counts.Add(count);
        var waves = (least + cost.Workers - 1) / cost.Workers;
        for (var wave = waves; wave < waves + WavesTried && wave * cost.Workers <= most; wave++)
            counts.Add(wave * cost.Workers);
        return counts;
    }

    private double Estimate(long count)
    {
        var call = cost.Call(Length(count));
        return (count + cost.Workers - 1) / cost.Workers * call + Surprise * call;
    }

    private double Score(IReadOnlyList<CutPoint> way)
    {
        var heard = ChunkPlanAssembly.Heard(way, track).ToList();
        var inWords = way.Count(point => point.Reason == CutReason.NoSilence);
        return cost.Makespan(heard.Select(cost.Call))
            + Surprise * cost.Window * (heard.Max() / (double)CostModel.WindowLength + inWords);
    }

    private long LeastCount() => (_heard + maxHeard - 2 * _margin - 1) / (maxHeard - 2 * _margin);

    private long Length(long count) => Math.Max(1, _heard / count);

    /// <summary>What is left when every silence is skipped that pays for the call it takes to go around it.</summary>
    private static long HeardAtLeast(TrackTimeline track, CostModel cost)
    {
        var (from, to) = (CutPoint.Beginning(track).Start, CutPoint.Ending(track).End);
        var pays = CostModel.WindowLength * (1 + (double)cost.Overhead / cost.Window);
        return to - from - track.Silences
            .Where(quiet => quiet.Start > from && quiet.End < to && quiet.Length - 2 * CutPoint.Guard > pays)
            .Sum(quiet => quiet.Length - 2 * CutPoint.Guard);
    }
}
