using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Yttl.Core.Audio;

/// <summary>
/// Writes the output of one decoder to its place in the file of samples and measures it. Reads synchronously on a
/// dedicated thread: asynchronous reads of a few kilobytes each cost half a core for two decoders.
/// </summary>
internal sealed class RangeSink(DecodeRange range, SafeFileHandle file)
{
    private const int BlockSize = 256 * 1024;

    private readonly byte[] _buffer = new byte[BlockSize];
    private readonly LoudnessMeter _meter = new();
    private long _written;

    public long Samples => _written / PcmFormat.BytesPerSample;

    public Loudness Loudness() => _meter.Finish();

    /// <summary>Reads and discards the audio before the range.</summary>
    /// <returns>
    /// The last half second of that audio; empty at the beginning of the file or where the stream ends early.
    /// </returns>
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

    /// <param name="end">First sample that is not written; null writes everything.</param>
    /// <returns>True where <paramref name="end"/> was reached; false where the stream ended first.</returns>
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

    /// <summary>Returns the last half second written so far; empty where less was written.</summary>
    public short[] LastMoment()
    {
        var samples = new short[RangeSeam.Samples];
        var bytes = MemoryMarshal.AsBytes(samples.AsSpan());
        return RandomAccess.Read(file, bytes, (range.First * PcmFormat.BytesPerSample) + _written - bytes.Length) == bytes.Length
            ? samples
            : [];
    }
}
