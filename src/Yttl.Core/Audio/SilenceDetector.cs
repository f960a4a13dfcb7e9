namespace Yttl.Core.Audio;

/// <param name="Threshold">Level below which a frame is silent, in dB relative to full scale.</param>
/// <param name="Silences">In order, with audio between them.</param>
public sealed record SilenceFinding(double Threshold, IReadOnlyList<Silence> Silences);

/// <summary>
/// Finds silences. Prefers to miss one: noise taken for speech costs a little time, speech taken for silence is lost.
/// </summary>
public static class SilenceDetector
{
    /// <summary>A silence requires a frame this far below the threshold, in dB, and ends at the threshold.</summary>
    public const double Hysteresis = 3;

    /// <summary>
    /// Length at each end of a silence that is left to the adjacent speech: words begin and end softly.
    /// </summary>
    public static readonly TimeSpan Guard = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Guarantees that no frame at or above the threshold is in a silence, and that none is shorter than the minimum.
    /// </summary>
    public static SilenceFinding Find(Loudness loudness, SilenceSettings settings)
    {
        var threshold = settings.Threshold ?? AdaptiveThreshold.For(loudness);
        var silences = new List<Silence>();
        var frame = 0;
        while (NextQuiet(loudness, frame, threshold) is { } quiet)
        {
            if (Within(quiet, loudness, settings.MinLength) is var (start, end))
                silences.Add(Measure(loudness, start, end, threshold));
            frame = quiet.End;
        }

        return new SilenceFinding(threshold, silences);
    }

    /// <summary>
    /// Returns the next run of frames below the threshold that contains a frame below it by the hysteresis.
    /// </summary>
    private static (int Start, int End)? NextQuiet(Loudness loudness, int from, double threshold)
    {
        var levels = loudness.Levels;
        for (var start = from; start < levels.Length; start++)
        {
            if (Loudness.DecibelsOf(levels[start]) > threshold - Hysteresis)
                continue;
            var end = start + 1;
            while (end < levels.Length && Loudness.DecibelsOf(levels[end]) < threshold)
                end++;
            return (start, end);
        }

        return null;
    }

    private static (int Start, int End)? Within((int Start, int End) quiet, Loudness loudness, TimeSpan minLength)
    {
        var guard = (int)(Guard / Loudness.Frame);
        var start = quiet.Start is 0 ? 0 : quiet.Start + guard;
        var end = quiet.End == loudness.Frames ? quiet.End : quiet.End - guard;
        return end > start && (end - start) * Loudness.Frame >= minLength ? (start, end) : null;
    }

    private static Silence Measure(Loudness loudness, int start, int end, double threshold)
    {
        double sum = 0;
        foreach (var level in loudness.Levels[start..end])
            sum += Loudness.DecibelsOf(level);
        return new Silence(start * Loudness.Frame, end * Loudness.Frame, threshold - (sum / (end - start)));
    }
}
