using System.Numerics;

namespace Yttl.Core.Chunking;

/// <summary>
/// Finds where a track may be cut: in the best silence of each short interval, and in speech only where no silence is
/// in reach. Candidates depend on their surroundings alone, so that a change of one silence changes only the candidates
/// near it.
/// </summary>
internal static class CutPoints
{
    /// <summary>
    /// Speech this near to a silence is not cut, in milliseconds; less where chunks are shorter than a minute.
    /// </summary>
    public const long FarthestReach = 15_000;

    /// <summary>Audio length on both sides of a cut in speech, in milliseconds: longer than a word.</summary>
    private const long UsualMargin = 1_500;

    /// <summary>
    /// Largest grid step, in milliseconds: far less than a pause and the sentence before it, so that little of a window
    /// is wasted.
    /// </summary>
    private const long FinestStep = 1_024;

    private const int OffersPerChunk = 64;

    public static long Margin(long maxAudio) => Math.Min(UsualMargin, maxAudio / 8);

    public static long Reach(long length) => Math.Min(FarthestReach, length / 4);

    /// <param name="length">Intended chunk length, in milliseconds.</param>
    public static List<CutPoint> Find(TrackTimeline track, long length, long margin)
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
