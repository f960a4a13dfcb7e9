namespace Yttl.Core.Audio;

/// <summary>Computes a silence threshold between the noise of a recording and its speech.</summary>
internal static class AdaptiveThreshold
{
    /// <summary>
    /// The noise floor is the level that 10% of the frames stay under; the speech level is the one that 5% exceed.
    /// Fluent speech too is at its floor for a tenth of the time, between words. Digital padding counts for neither,
    /// since no microphone recorded it.
    /// </summary>
    private const double FloorShare = 0.10;
    private const double SpeechShare = 0.95;

    /// <summary>Position of the threshold, as a share of the way from the floor up to the speech level.</summary>
    private const double Height = 0.35;

    /// <summary>
    /// Minimum distance of speech from the floor, in dB. Below it (noise as loud as the speech, a steady tone) the
    /// recording has no silence to find.
    /// </summary>
    private const double LeastRange = 9;

    private const double Lowest = -90;
    private const double Highest = -20;

    /// <returns>The threshold, in dB relative to full scale.</returns>
    public static double For(Loudness loudness)
    {
        var counts = new int[Loudness.Digital + 1];
        foreach (var level in loudness.Levels)
            counts[level]++;
        counts[Loudness.Digital] = 0;
        var total = counts.Sum();
        if (total is 0)
            return Lowest;

        var floor = Percentile(counts, total, FloorShare);
        var speech = Percentile(counts, total, SpeechShare);
        var threshold = speech - floor < LeastRange ? floor - LeastRange : floor + ((speech - floor) * Height);
        return Math.Round(Math.Clamp(threshold, Lowest, Highest), 1);
    }

    /// <summary>The level that <paramref name="share"/> of the frames stay at or under.</summary>
    private static double Percentile(int[] counts, int total, double share)
    {
        var left = (int)(total * share);
        var level = counts.Length - 1;
        while (level > 0 && left >= counts[level])
            left -= counts[level--];
        return Loudness.DecibelsOf(level);
    }
}
