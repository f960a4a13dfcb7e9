using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <param name="Start">
/// A whole second: there, a resampler that starts here is in step with one that started at zero.
/// </param>
internal sealed record DecodeRange(TimeSpan Start)
{
    /// <summary>
    /// Audio that is decoded before a range and discarded: an AAC decoder needs a packet or two to settle, the
    /// resampler the length of its filter.
    /// </summary>
    private static readonly TimeSpan Preroll = TimeSpan.FromSeconds(2);

    // Shortest useful range: starting another ffmpeg takes 0.1 s, in which one decodes one to two minutes of audio.
    private static readonly TimeSpan WorthIt = TimeSpan.FromMinutes(5);

    public static readonly DecodeRange Whole = new(TimeSpan.Zero);

    public long First => PcmFormat.SampleAt(Start);

    /// <summary>Position at which the decoder starts.</summary>
    public TimeSpan Entry => Start > Preroll ? Start - Preroll : TimeSpan.Zero;

    /// <summary>
    /// Splits a stream that seeks exactly into ranges of equal length; each ends where the next one starts, the last at
    /// the end of the stream. Any other stream is one range.
    /// </summary>
    public static IReadOnlyList<DecodeRange> Split(AudioStream stream, int decoders)
    {
        if (!stream.SeeksExactly || stream.End is not { } length)
            return [Whole];
        var count = Math.Max(1, Math.Min(decoders, (int)(length / WorthIt)));
        var step = TimeSpan.FromSeconds(Math.Ceiling(length.TotalSeconds / count));
        return [.. Enumerable.Range(0, count).Select(index => new DecodeRange(index * step))];
    }
}
