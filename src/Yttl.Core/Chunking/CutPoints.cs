using System.Numerics;

namespace Yttl.Core.Chunking;

/// <summary>
/// Where a track may be cut: in the best silence of each short stretch of it, and between words only where no silence is
/// in reach. What is offered depends on what is near, so that a change of one silence changes the offers around it and
/// no others.
/// </summary>
internal static class CutPoints
{
    /// <summary>No cut is made outside of a silence with one this near; less where chunks are shorter than a minute.</summary>
    public const long FarthestReach = 15_000;

    /// <summary>Heard on both sides of a cut in no silence: longer than a word.</summary>
    private const long UsualMargin = 1_500;

    /// <summary>Far less than a pause and the sentence before it, so that next to nothing of a window is wasted.</summary>
    private const long FinestStep = 1_024;

    private const int OffersPerChunk = 64;

    public static long Margin(long maxHeard) => Math.Min(UsualMargin, maxHeard / 8);

    public static long Reach(long length) => Math.Min(FarthestReach, length / 4);

    /// <param name="length">What chunks are to be long, in milliseconds.</param>
    public static List<CutPoint> Of(TrackTimeline track, long length, long margin)
    {
        var (first, last) = (CutPoint.Beginning(track), CutPoint.Ending(track));
        var step = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Clamp(length / OffersPerChunk, 64, FinestStep));
        var points = new List<CutPoint>();
        points.AddRange(BestSilences(track, step, first.Start, last.End));
        points.AddRange(BetweenWords(track, length, step)
            .Select(moment => CutPoint.At(moment, CutReason.NoSilence, margin, track)));
        points.Sort((left, right) => left.End.CompareTo(right.End));
        return [first, .. points, last];
    }

    private static IEnumerable<CutPoint> BestSilences(TrackTimeline track, long step, long from, long to)
    {
        CutPoint? best = null;
        long cell = -1;
        foreach (var quiet in track.Silences)
        {
            var point = CutPoint.In(quiet, track);
            if (quiet.Start <= from || quiet.End >= to)
                continue;
            if (quiet.Start / step != cell && best is { } found)
                yield return found;
            if (quiet.Start / step != cell || best is null || point.Quality > best.Value.Quality)
                best = point;
            cell = quiet.Start / step;
        }

        if (best is { } final)
            yield return final;
    }

    private static IEnumerable<long> BetweenWords(TrackTimeline track, long length, long step)
    {
        var reach = Reach(length);
        foreach (var (start, end) in track.Stretches().Where(stretch => stretch.End - stretch.Start > 2 * reach))
        {
            for (var moment = ((start + reach) / step + 1) * step; moment < end - reach; moment += step)
                yield return moment;
        }
    }
}
