using System.Numerics;
using System.Runtime.InteropServices;

namespace Yttl.Core.Audio;

/// <summary>Measures the loudness of a stream of samples.</summary>
internal sealed class LoudnessMeter
{
    private readonly List<byte> _levels = [];
    private readonly short[] _frame = new short[Loudness.FrameSamples];
    private int _bytes;

    /// <param name="pcm">
    /// Any number of bytes in <see cref="PcmFormat"/>; a frame or a sample may continue in the next call.
    /// </param>
    public void Add(ReadOnlySpan<byte> pcm)
    {
        while (pcm.Length > 0)
        {
            var frame = MemoryMarshal.AsBytes(_frame.AsSpan());
            var taken = Math.Min(frame.Length - _bytes, pcm.Length);
            pcm[..taken].CopyTo(frame[_bytes..]);
            _bytes += taken;
            pcm = pcm[taken..];
            if (_bytes == frame.Length)
                CloseFrame();
        }
    }

    public Loudness Finish()
    {
        if (_bytes >= PcmFormat.BytesPerSample)
            CloseFrame();
        return new Loudness(CollectionsMarshal.AsSpan(_levels).ToArray());
    }

    private void CloseFrame()
    {
        _levels.Add(LevelOf(_frame.AsSpan(0, _bytes / PcmFormat.BytesPerSample)));
        _bytes = 0;
    }

    /// <summary>
    /// Measures the variance, so that the constant offset of a cheap sound card or of 8-bit audio counts as silence.
    /// The sums are integers, exact for any frame.
    /// </summary>
    internal static byte LevelOf(ReadOnlySpan<short> samples)
    {
        var sums = Vector<int>.Zero;
        var squares = Vector<long>.Zero;
        var vectors = MemoryMarshal.Cast<short, Vector<short>>(samples);
        foreach (var vector in vectors)
        {
            Vector.Widen(vector, out var low, out var high);
            sums += low + high;
            squares += Square(low) + Square(high);
        }

        long sum = Vector.Sum(sums), square = Vector.Sum(squares);
        foreach (var sample in samples[(vectors.Length * Vector<short>.Count)..])
        {
            sum += sample;
            square += sample * sample;
        }

        var scaled = (square * samples.Length) - (sum * sum);
        return Loudness.LevelOf(scaled / ((double)samples.Length * samples.Length * FullScale * FullScale));
    }

    private const double FullScale = 32768;

    private static Vector<long> Square(Vector<int> values)
    {
        Vector.Widen(values * values, out var low, out var high);
        return low + high;
    }
}
