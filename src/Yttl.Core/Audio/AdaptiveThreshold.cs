namespace Yttl.Core.Audio;

/// <summary>A threshold between the noise of this recording and its speech.</summary>
internal static class AdaptiveThreshold
{
    /// <summary>
    /// The floor is what one frame in ten stays under and speech what one in twenty exceeds; fluent speech is at its
    /// floor for a tenth of the time too, between words. Padding that no microphone recorded says nothing of either.
    /// </summary>
    private const double FloorShare = 0.10;
    private const double SpeechShare = 0.95;

    /// <summary>Of the way from the floor up to the speech.</summary>
    private const double Height = 0.35;

    /// <summary>A room whose noise is as loud as its speech, or a steady tone, has no silence to be found.</summary>
    private const double LeastRange = 9;

    private const double Lowest = -90;
    private const double Highest = -20;

    /// <returns>In dB relative to full scale.</returns>
    public static double For(Loudness loudness)
    {
        var counts = new int[Loudness.Digital + 1];
        foreach (var level in loudness.Levels)
            counts[level]++;
        counts[Loudness.Digital] = 0;
        var heard = counts.Sum();
        if (heard is 0)
            return Lowest;

        var floor = Percentile(counts, heard, FloorShare);
        var speech = Percentile(counts, heard, SpeechShare);
        var threshold = speech - floor < LeastRange ? floor - LeastRange : floor + ((speech - floor) * Height);
        return Math.Round(Math.Clamp(threshold, Lowest, Highest), 1);
    }

    /// <summary>The level that <paramref name="share"/> of the frames stay at or under.</summary>
    private static double Percentile(int[] counts, int heard, double share)
    {
        var left = (int)(heard * share);
        var level = counts.Length - 1;
        while (level > 0 && left >= counts[level])
            left -= counts[level--];
        return Loudness.DecibelsOf(level);
    }
}
