using System.Runtime.InteropServices;
using Yttl.Core.Audio;

namespace Yttl.TestKit.Tones;

/// <summary>
/// A talk in tone speech: audio of which every word is known, so that a recogniser's way with time can be tested
/// without a model.
/// </summary>
/// <param name="Words">In order, apart from each other, all before <paramref name="Duration"/>.</param>
public sealed record ToneTalk(IReadOnlyList<ToneWord> Words, TimeSpan Duration)
{
    /// <summary>The amplitude of white noise under it all, 0 to 1.</summary>
    public double Noise { get; init; }

    /// <summary>The amplitude of a chord that swells under it all, 0 to 1.</summary>
    public double Music { get; init; }

    /// <summary>
    /// A word about every 400 ms, and a pause of a second or two after every sentence of about twelve.
    /// </summary>
    /// <param name="pauses">Ranges in which no word is said.</param>
    /// <param name="breathless">A range in which no sentence ends.</param>
    public static ToneTalk Make(
        TimeSpan duration, int seed = 1, IReadOnlyList<(double Start, double End)>? pauses = null,
        (double Start, double End)? breathless = null)
    {
        var random = new Random(seed);
        var words = new List<ToneWord>();
        for (var at = 300; at + 500 < duration.TotalMilliseconds; at += 240 + random.Next(80, 260))
        {
            var isBreathless = breathless is { } range && at >= range.Start * 1000 && at < range.End * 1000;
            if (!isBreathless && random.Next(12) == 0)
                at += random.Next(700, 2000);
            foreach (var (start, end) in pauses ?? [])
            {
                if (at + 400 > start * 1000 && at < end * 1000)
                    at = (int)(end * 1000) + 200;
            }

            if (at + 500 < duration.TotalMilliseconds)
                words.Add(new ToneWord(words.Count, TimeSpan.FromMilliseconds(at)));
        }

        return new ToneTalk(words, duration);
    }

    /// <summary>Its samples, in <see cref="PcmFormat"/>.</summary>
    public byte[] ToPcm()
    {
        var samples = new float[PcmFormat.SampleAt(Duration)];
        foreach (var word in Words)
            Say(samples.AsSpan((int)PcmFormat.SampleAt(word.Start)), word.Number);
        Underlay(samples);
        var pcm = new byte[samples.Length * PcmFormat.BytesPerSample];
        var shorts = MemoryMarshal.Cast<byte, short>(pcm.AsSpan());
        for (var i = 0; i < samples.Length; i++)
            shorts[i] = (short)Math.Clamp(samples[i] * short.MaxValue, short.MinValue, short.MaxValue);
        return pcm;
    }

    /// <summary>A WAV file, for a source of one's own.</summary>
    public void WriteWave(string path)
    {
        var pcm = ToPcm();
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write("RIFF"u8);
        writer.Write(36 + pcm.Length);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(PcmFormat.SampleRate);
        writer.Write(PcmFormat.SampleRate * PcmFormat.BytesPerSample);
        writer.Write((short)PcmFormat.BytesPerSample);
        writer.Write((short)16);
        writer.Write("data"u8);
        writer.Write(pcm.Length);
        writer.Write(pcm);
    }

    private static void Say(Span<float> samples, int number)
    {
        Tone(samples[..ToneCode.SymbolLength], ToneCode.Marker);
        foreach (var (digit, i) in ToneCode.Digits(number).Select((digit, i) => (digit, i + 1)))
            Tone(samples.Slice(i * ToneCode.SymbolLength, ToneCode.SymbolLength), ToneCode.Frequency(digit));
    }

    private static void Tone(Span<float> samples, double frequency)
    {
        const int Fade = PcmFormat.SampleRate / 250;
        for (var i = 0; i < samples.Length; i++)
        {
            var fade = Math.Min(1, Math.Min(i + 1, samples.Length - i) / (double)Fade);
            samples[i] += (float)(0.4 * fade * Math.Sin(2 * Math.PI * frequency * i / PcmFormat.SampleRate));
        }
    }

    private void Underlay(float[] samples)
    {
        if (Noise <= 0 && Music <= 0)
            return;
        var random = new Random(7);
        for (var i = 0; i < samples.Length; i++)
        {
            var time = (double)i / PcmFormat.SampleRate;
            var chord = Music <= 0 ? 0 : Math.Sin(2 * Math.PI * 220 * time) + Math.Sin(2 * Math.PI * 277.2 * time)
                + Math.Sin(2 * Math.PI * 329.6 * time);
            samples[i] += (float)(Noise * (2 * random.NextDouble() - 1)
                + Music / 3 * chord * (0.6 + 0.4 * Math.Sin(2 * Math.PI * time / 8)));
        }
    }
}
