namespace Yttl.Core.Audio;

/// <param name="Start">A whole second: there every resampler is in step with one that began at zero.</param>
/// <param name="End">A whole second; null for the end of the file.</param>
internal sealed record DecodeRange(TimeSpan Start, TimeSpan? End)
{
    /// <summary>
    /// Decoded ahead of a range and thrown away: AAC needs a packet or two before it is itself, the resampler its
    /// filter's length.
    /// </summary>
    public static readonly TimeSpan Preroll = TimeSpan.FromSeconds(2);

    /// <summary>What is kept of it, to be compared with the end of the range before.</summary>
    public static readonly TimeSpan Seam = TimeSpan.FromSeconds(0.5);

    public static readonly DecodeRange Whole = new(TimeSpan.Zero, null);

    // Another ffmpeg costs a tenth of a second, which is a minute or two of audio.
    private static readonly TimeSpan WorthIt = TimeSpan.FromMinutes(5);

    public long First => PcmFormat.SampleAt(Start);

    public long? Samples => End is { } end ? PcmFormat.SampleAt(end) - First : null;

    public static IReadOnlyList<DecodeRange> Split(AudioStream stream, int decoders)
    {
        if (!stream.SeeksExactly || stream.End is not { } length)
            return [Whole];
        var count = Math.Max(1, Math.Min(decoders, (int)(length / WorthIt)));
        var step = TimeSpan.FromSeconds(Math.Ceiling(length.TotalSeconds / count));
        return
        [
            .. Enumerable.Range(0, count).Select(
                index => new DecodeRange(index * step, index == count - 1 ? null : (index + 1) * step)),
        ];
    }
}

/// <param name="Seam">What came just before the range.</param>
internal sealed record DecodedRange(long Samples, Loudness Loudness, byte[] Seam, DecodeLog Log, int ExitCode)
{
    /// <summary>How many ranges it was joined of.</summary>
    public int Ranges { get; init; } = 1;

    /// <summary>Whether this is, to the byte, what one decode of the whole file would have put there.</summary>
    public bool Fits(DecodeRange range, Microsoft.Win32.SafeHandles.SafeFileHandle file)
    {
        if (ExitCode is not 0 || Log is not { Complaint: null, Holes.Count: 0 } || Samples != (range.Samples ?? Samples))
            return false;
        if (range.First is 0)
            return true;
        var before = new byte[(int)PcmFormat.SampleAt(DecodeRange.Seam) * PcmFormat.BytesPerSample];
        return RandomAccess.Read(file, before, (range.First * PcmFormat.BytesPerSample) - before.Length) == before.Length
            && before.AsSpan().SequenceEqual(Seam);
    }
}
