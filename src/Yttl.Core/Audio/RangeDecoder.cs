using Microsoft.Win32.SafeHandles;
using Yttl.Core.Processes;

namespace Yttl.Core.Audio;

/// <summary>Decodes one range of a file to its own place in the file of samples.</summary>
internal sealed class RangeDecoder(ProcessRunner runner, Toolset tools)
{
    private const int BlockSize = 256 * 1024;

    // A line of 80 characters for every third of a second that is padded: holes of three hours together.
    private const int LogLength = 2_500_000;

    public async Task<DecodedRange> DecodeAsync(
        string path, AudioStream stream, DecodeRange range, SafeFileHandle file, CancellationToken cancellationToken)
    {
        var from = range.First is 0 ? TimeSpan.Zero : range.Start - DecodeRange.Preroll;
        // A little more than is kept, for a decoder that is a packet short at the end of what it may read.
        var length = range.End - from + DecodeRange.Seam;
        var sink = new Sink(range, file, from);
        var end = await runner.StreamAsync(
            new ToolCall(tools.FFmpeg, DecodeArguments.For(path, stream.Index, from, length), Timeout: null)
            {
                ErrorTailLength = LogLength,
            },
            sink.ReadAsync,
            cancellationToken);
        return new DecodedRange(
            sink.Samples, sink.Loudness(), sink.Seam, DecodeLog.Read(end.ErrorTail, stream.SampleRate), end.ExitCode);
    }

    /// <summary>Drops what comes before and after the range, and keeps the last of what came before.</summary>
    private sealed class Sink
    {
        private readonly SafeFileHandle _file;
        private readonly LoudnessMeter _meter = new();
        private readonly long _offset;
        private readonly long _most;
        private long _toDrop;
        private int _seamFilled;
        private long _written;

        public Sink(DecodeRange range, SafeFileHandle file, TimeSpan from)
        {
            _file = file;
            _offset = range.First * PcmFormat.BytesPerSample;
            _most = range.Samples * PcmFormat.BytesPerSample ?? long.MaxValue;
            Seam = range.First is 0
                ? []
                : new byte[(int)PcmFormat.SampleAt(DecodeRange.Seam) * PcmFormat.BytesPerSample];
            _toDrop = _offset - (PcmFormat.SampleAt(from) * PcmFormat.BytesPerSample) - Seam.Length;
        }

        public byte[] Seam { get; }

        public long Samples => _written / PcmFormat.BytesPerSample;

        public Loudness Loudness() => _meter.Finish();

        public async Task ReadAsync(Stream pcm, CancellationToken cancellationToken)
        {
            var buffer = new byte[BlockSize];
            int read;
            while ((read = await pcm.ReadAtLeastAsync(buffer, BlockSize, false, cancellationToken)) > 0)
                await TakeAsync(buffer.AsMemory(0, read), cancellationToken);
        }

        private async Task TakeAsync(ReadOnlyMemory<byte> block, CancellationToken cancellationToken)
        {
            var dropped = (int)Math.Min(_toDrop, block.Length);
            _toDrop -= dropped;
            block = block[dropped..];

            var seam = Math.Min(Seam.Length - _seamFilled, block.Length);
            block[..seam].CopyTo(Seam.AsMemory(_seamFilled));
            _seamFilled += seam;
            block = block[seam..];

            block = block[..(int)Math.Min(block.Length, _most - _written)];
            if (block.IsEmpty)
                return;
            _meter.Add(block.Span);
            await RandomAccess.WriteAsync(_file, block, _offset + _written, cancellationToken);
            _written += block.Length;
        }
    }
}
