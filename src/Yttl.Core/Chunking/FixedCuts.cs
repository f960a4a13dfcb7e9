namespace Yttl.Core.Chunking;

/// <summary>
/// Cuts at equal lengths, wherever the cuts fall; a tail shorter than half of that is shared with the chunk before.
/// </summary>
internal static class FixedCuts
{
    /// <param name="maxAudio">Maximum audio length of a chunk; shortens <paramref name="length"/> where needed.</param>
    public static IReadOnlyList<CutPoint> Find(TrackTimeline track, long length, long maxAudio)
    {
        var margin = CutPoints.Margin(maxAudio);
        length = Math.Min(length, maxAudio - 2 * margin);
        var moments = new List<long>();
        for (var moment = length; moment < track.Duration; moment += length)
            moments.Add(moment);
        if (moments is [.., var last] && track.Duration - last < length / 2)
            moments[^1] = (last - length + track.Duration) / 2;
        return
        [
            new CutPoint(0, 0, 0, CutReason.Edge, null, 0),
            .. moments.Select(moment => CutPoint.At(moment, CutReason.Fixed, margin, track)),
            new CutPoint(track.Duration, track.Duration, 0, CutReason.Edge, null, track.Speech),
        ];
    }
}
