namespace Yttl.Core.Audio;

/// <summary>Finds where ffmpeg padded missing audio with silence.</summary>
internal static class HoleFinder
{
    /// <summary>The resampler's filter blurs both ends of a padded range by this much.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(60);

    /// <summary>Minimum length that ffmpeg pads. The first sample may also be late by less than this.</summary>
    private static readonly TimeSpan Least = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Finds the digital silences whose length matches that of a padded hole: the recording itself may contain digital
    /// silence, so position alone is not enough.
    /// </summary>
    /// <param name="start">Start of the stream: padding before it is not a hole.</param>
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
