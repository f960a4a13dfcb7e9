using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Yttl.Core.Audio;

/// <summary>
/// Puts what one decoder writes into its place in the file of samples and measures it. Reads as a thread of its own
/// does, waiting in each read: woken through the pool for every few kilobytes, two decoders would cost half a core.
/// </summary>
internal sealed class RangeSink(DecodeRange range, SafeFileHandle file)
{
    private const int BlockSize = 256 * 1024;

    private readonly byte[] _buffer = new byte[BlockSize];
    private readonly LoudnessMeter _meter = new();
    private long _written;

    public long Samples => _written / PcmFormat.BytesPerSample;

    public Loudness Loudness() => _meter.Finish();

    /// <summary>Drops what comes before the range.</summary>
    /// <returns>The last moment of it; empty for the beginning of the file, or where there is no more to read.</returns>
    public short[] ReadSeam(Stream pcm)
    {
        if (range.First is 0)
            return [];
        var ahead = (range.First - PcmFormat.SampleAt(range.Entry)) * PcmFormat.BytesPerSample;
        for (var left = ahead - RangeSeam.Bytes; left > 0;)
        {
            var read = pcm.Read(_buffer, 0, (int)Math.Min(left, BlockSize));
            if (read is 0)
                return [];
            left -= read;
        }

        var seam = new short[RangeSeam.Samples];
        return pcm.ReadAtLeast(MemoryMarshal.AsBytes(seam.AsSpan()), RangeSeam.Bytes, throwOnEndOfStream: false) is RangeSeam.Bytes
            ? seam
            : [];
    }

    /// <param name="end">The first sample that is not taken; null takes all there is.</param>
    /// <returns>Whether it was reached.</returns>
    public bool Fill(Stream pcm, long? end)
    {
        var most = end is { } sample ? (sample - range.First) * PcmFormat.BytesPerSample : long.MaxValue;
        while (_written < most)
        {
            var block = _buffer.AsSpan(0, (int)Math.Min(most - _written, BlockSize));
            block = block[..pcm.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)];
            if (block.IsEmpty)
                return false;
            _meter.Add(block);
            RandomAccess.Write(file, block, (range.First * PcmFormat.BytesPerSample) + _written);
            _written += block.Length;
        }

        return true;
    }

    /// <summary>The last moment of what was written so far.</summary>
    public short[] LastMoment()
    {
        var samples = new short[RangeSeam.Samples];
        var bytes = MemoryMarshal.AsBytes(samples.AsSpan());
        return RandomAccess.Read(file, bytes, (range.First * PcmFormat.BytesPerSample) + _written - bytes.Length) == bytes.Length
            ? samples
            : [];
    }
}
