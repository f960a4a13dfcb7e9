namespace Yttl.Core.Audio;

/// <summary>Finds where silence was put in for what a file lacks.</summary>
internal static class HoleFinder
{
    /// <summary>The resampler rings for a moment at both ends of what it pads.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(60);

    /// <summary>The least that ffmpeg pads; the first sample may be a moment late too.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Padding is digital silence of a known length. A recording may hold such silence of its own, so lengths are
    /// compared.
    /// </summary>
    /// <param name="start">Where the stream begins: what is padded before it is no hole.</param>
    public static IEnumerable<LostAudio> Find(Loudness loudness, IReadOnlyList<TimeSpan> holes, TimeSpan start)
    {
        var left = holes.Where(hole => hole >= Least).ToList();
        foreach (var run in DigitalSilences(loudness))
        {
            var length = run.End - run.Start;
            var index = left.FindIndex(hole => (length - hole).Duration() <= Tolerance);
            if (index < 0)
                continue;
            left.RemoveAt(index);
            if (run.End > start + Tolerance)
                yield return new LostAudio(run.Start, run.End, "The file has no audio for this time.");
        }
    }

    private static IEnumerable<(TimeSpan Start, TimeSpan End)> DigitalSilences(Loudness loudness)
    {
        for (var start = 0; start < loudness.Frames; start++)
        {
            if (loudness.Levels[start] is not Loudness.Digital)
                continue;
            var end = start;
            while (end < loudness.Frames && loudness.Levels[end] is Loudness.Digital)
                end++;
            yield return (start * Loudness.Frame, end * Loudness.Frame);
            start = end;
        }
    }
}
