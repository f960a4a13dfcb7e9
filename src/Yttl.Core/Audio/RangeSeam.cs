namespace Yttl.Core.Audio;

/// <summary>
/// The last half second before a range, decoded twice: by the decoder of the preceding range and by the range's own.
/// </summary>
internal static class RangeSeam
{
    public const int Samples = PcmFormat.SampleRate / 2;

    public const int Bytes = Samples * PcmFormat.BytesPerSample;

    /// <summary>
    /// Maximum difference, as a share of the signal's energy. AAC decoders fill bands with noise of their own: 0.04 was
    /// measured for white noise at 32 kbit/s, 3e-9 for speech at 128. Speech that is one millisecond late differs from
    /// itself by at least 0.9.
    /// </summary>
    private const double MostDifference = 0.1;

    /// <summary>
    /// Difference that is always accepted, as a mean square: the effect of rounding and generated noise in a silence.
    /// </summary>
    private const double LeastDifference = 4;

    /// <summary>Returns whether both are the same sound at the same time.</summary>
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
