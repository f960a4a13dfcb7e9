namespace Yttl.Core.Audio;

/// <summary>The last moment before a range, which two decoders have heard: the one before it and its own.</summary>
internal static class RangeSeam
{
    public const int Samples = PcmFormat.SampleRate / 2;

    public const int Bytes = Samples * PcmFormat.BytesPerSample;

    /// <summary>
    /// Of the signal's energy. Decoders of AAC fill bands with noise of their own: 0.04 was measured in white noise at
    /// 32 kbit/s, 3e-9 in speech at 128. Speech that comes a millisecond late differs from itself by 0.9 at least.
    /// </summary>
    private const double MostDifference = 0.1;

    /// <summary>Mean square: what rounding and made-up noise do to a silence.</summary>
    private const double LeastDifference = 4;

    /// <summary>Whether both are the same sound at the same time.</summary>
    public static bool Fits(ReadOnlySpan<short> before, ReadOnlySpan<short> own)
    {
        if (before.Length != own.Length)
            return false;
        double energy = 0, difference = 0;
        for (var i = 0; i < before.Length; i++)
        {
            energy += before[i] * before[i];
            difference += Math.Pow(before[i] - own[i], 2);
        }

        return difference <= Math.Max(energy * MostDifference, before.Length * LeastDifference);
    }
}
