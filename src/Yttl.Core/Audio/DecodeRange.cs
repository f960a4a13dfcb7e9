using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <param name="Start">A whole second: there every resampler is in step with one that began at zero.</param>
internal sealed record DecodeRange(TimeSpan Start)
{
    /// <summary>
    /// Decoded ahead of a range and thrown away: AAC needs a packet or two before it is itself, the resampler its
    /// filter's length.
    /// </summary>
    private static readonly TimeSpan Preroll = TimeSpan.FromSeconds(2);

    // Another ffmpeg costs a tenth of a second, which is a minute or two of audio.
    private static readonly TimeSpan WorthIt = TimeSpan.FromMinutes(5);

    public static readonly DecodeRange Whole = new(TimeSpan.Zero);

    public long First => PcmFormat.SampleAt(Start);

    /// <summary>Where its decoder enters the file.</summary>
    public TimeSpan Entry => Start > Preroll ? Start - Preroll : TimeSpan.Zero;

    /// <summary>Cuts what can be entered anywhere into ranges of a length, each up to the next; the last to the end.</summary>
    public static IReadOnlyList<DecodeRange> Split(AudioStream stream, int decoders)
    {
        if (!stream.SeeksExactly || stream.End is not { } length)
            return [Whole];
        var count = Math.Max(1, Math.Min(decoders, (int)(length / WorthIt)));
        var step = TimeSpan.FromSeconds(Math.Ceiling(length.TotalSeconds / count));
        return [.. Enumerable.Range(0, count).Select(index => new DecodeRange(index * step))];
    }
}
