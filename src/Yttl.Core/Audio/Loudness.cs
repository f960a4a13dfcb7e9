namespace Yttl.Core.Audio;

/// <summary>
/// The loudness of each 10 ms frame: one byte per frame, 3.6 MB for ten hours. A level counts half-decibels below full
/// scale.
/// </summary>
/// <param name="levels">One level per frame; the last frame may be shorter than the others.</param>
public sealed class Loudness(ReadOnlyMemory<byte> levels)
{
    public const int FrameSamples = PcmFormat.SampleRate / 100;

    /// <summary>Digital silence: all samples of the frame are equal, which no microphone records.</summary>
    public const byte Digital = byte.MaxValue;

    private const double LevelsPerDecibel = 2;

    public static readonly TimeSpan Frame = PcmFormat.TimeOf(FrameSamples);

    public ReadOnlySpan<byte> Levels => levels.Span;

    public int Frames => levels.Length;

    public TimeSpan Duration => Frames * Frame;

    /// <summary>Converts a level to dB relative to full scale. A sine at full scale is at -3 dB.</summary>
    public static double DecibelsOf(double level) => -level / LevelsPerDecibel;

    /// <param name="power">Mean square of the samples, which range from -1 to 1.</param>
    public static byte LevelOf(double power) => power <= 0
        ? Digital
        : (byte)Math.Clamp(Math.Round(-10 * Math.Log10(power) * LevelsPerDecibel), 0, Digital - 1);

    public static Loudness Join(IEnumerable<Loudness> parts) =>
        new(parts.SelectMany(part => part.Levels.ToArray()).ToArray());

    public Loudness PaddedTo(long samples)
    {
        var frames = (int)((samples + FrameSamples - 1) / FrameSamples);
        if (frames <= Frames)
            return this;
        var padded = new byte[frames];
        Levels.CopyTo(padded);
        padded.AsSpan(Frames).Fill(Digital);
        return new Loudness(padded);
    }
}
