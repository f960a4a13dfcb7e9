namespace Yttl.Core.Audio;

/// <summary>
/// The format of all stored audio: 16 kHz, mono, signed 16 bit little-endian without a header, the input of every
/// Whisper model. A sample lasts 62.5 µs, which is 625 ticks, so times and sample numbers convert without rounding
/// wherever a time is a whole number of samples; every whole millisecond is.
/// </summary>
public static class PcmFormat
{
    public const int SampleRate = 16_000;

    public const int BytesPerSample = sizeof(short);

    private const long TicksPerSample = TimeSpan.TicksPerSecond / SampleRate;

    /// <summary>The first sample at or after <paramref name="time"/>.</summary>
    public static long SampleAt(TimeSpan time) => (time.Ticks + TicksPerSample - 1) / TicksPerSample;

    public static TimeSpan TimeOf(long sample) => TimeSpan.FromTicks(sample * TicksPerSample);
}
