using System.Numerics;
using System.Runtime.InteropServices;
using Yttl.Core.Audio;

namespace Yttl.TestKit.Tones;

/// <summary>Hears tone speech: finds the markers, then reads the digits that follow each.</summary>
internal static class ToneDetector
{
    private const int Hop = PcmFormat.SampleRate / 200;
    private const int Window = ToneCode.SymbolLength - 2 * Hop;

    private static readonly Probe Marker = new(ToneCode.Marker);
    private static readonly Probe[] Digits = [.. Enumerable.Range(0, 16).Select(digit => new Probe(ToneCode.Frequency(digit)))];

    /// <returns>Every word that is there from its first tone to its last.</returns>
    public static List<ToneWord> Hear(float[] samples)
    {
        var words = new List<ToneWord>();
        var markers = new float[Math.Max(0, (samples.Length - Window) / Hop + 1)];
        for (var i = 0; i < markers.Length; i++)
            markers[i] = Marker.Share(samples.AsSpan(i * Hop, Window));
        for (var i = 0; i < markers.Length; i++)
        {
            // The window that holds most of the marker begins one hop after it. A codec may blur which one that is,
            // so what cannot be read there is tried again from the next window.
            if (markers[i] < 0.3f || Read(samples, (Loudest(markers, i) - 1) * Hop) is not { } word)
                continue;
            words.Add(word);
            i += ToneCode.WordLength / Hop - 4;
        }

        return words;
    }

    private static int Loudest(float[] markers, int from)
    {
        var loudest = from;
        for (var i = from; i < Math.Min(markers.Length, from + ToneCode.SymbolLength / Hop); i++)
            loudest = markers[i] > markers[loudest] ? i : loudest;
        return loudest;
    }

    // A marker's place is known to about a hop; the checksum tells which reading is right.
    private static ToneWord? Read(float[] samples, int start)
    {
        foreach (var shift in (int[])[0, Hop / 2, -Hop / 2, Hop, -Hop, 3 * Hop / 2, -3 * Hop / 2, 2 * Hop, -2 * Hop])
        {
            if (Number(samples, start + shift) is { } number)
                return new ToneWord(number, PcmFormat.TimeOf(Math.Max(0, start)));
        }

        return null;
    }

    private static int? Number(float[] samples, int start)
    {
        Span<int> digits = stackalloc int[ToneCode.Symbols];
        for (var i = 0; i < ToneCode.Symbols; i++)
        {
            var at = start + (i + 1) * ToneCode.SymbolLength + Hop;
            if (at < 0 || at + Window > samples.Length)
                return null;
            var window = samples.AsSpan(at, Window);
            var (best, share) = (0, 0f);
            for (var digit = 0; digit < Digits.Length; digit++)
            {
                if (Digits[digit].Share(window) is var heard && heard > share)
                    (best, share) = (digit, heard);
            }

            if (share < 0.1f)
                return null;
            digits[i] = best;
        }

        return ToneCode.Checksum(digits) == digits[4]
            ? digits[0] << 12 | digits[1] << 8 | digits[2] << 4 | digits[3]
            : null;
    }

    /// <summary>One frequency, as a pair of vectors to multiply samples by.</summary>
    private sealed class Probe
    {
        private readonly float[] _cosine = new float[Window];
        private readonly float[] _sine = new float[Window];

        public Probe(double frequency)
        {
            for (var i = 0; i < Window; i++)
            {
                var (sine, cosine) = Math.SinCos(2 * Math.PI * frequency * i / PcmFormat.SampleRate);
                (_cosine[i], _sine[i]) = ((float)cosine, (float)sine);
            }
        }

        /// <summary>How much of the energy is at this frequency, 0 to about 1; zero where there is next to none.</summary>
        public float Share(ReadOnlySpan<float> window)
        {
            var energy = Dot(window, window);
            if (energy < 0.001f * Window)
                return 0;
            var (real, imaginary) = (Dot(window, _cosine), Dot(window, _sine));
            return 2 * (real * real + imaginary * imaginary) / (Window * energy);
        }

        private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
        {
            var lefts = MemoryMarshal.Cast<float, Vector<float>>(left);
            var rights = MemoryMarshal.Cast<float, Vector<float>>(right);
            var sum = Vector<float>.Zero;
            for (var i = 0; i < lefts.Length; i++)
                sum += lefts[i] * rights[i];
            var rest = Vector.Sum(sum);
            for (var i = lefts.Length * Vector<float>.Count; i < left.Length; i++)
                rest += left[i] * right[i];
            return rest;
        }
    }
}
