using Microsoft.Win32.SafeHandles;
using Yttl.Core.Processes;
using Yttl.Core.Sources;

namespace Yttl.Core.Audio;

/// <summary>
/// Runs one ffmpeg that decodes from the start of a range until the next range's audio matches its own at the seam.
/// Where it does not match (a file joined of several, or inexact seeking), this decoder continues through the next
/// range and replaces that range's decoder. Such a file takes as long as with one decoder, no longer.
/// </summary>
/// <param name="next">Decoder of the following range; null for the last one.</param>
internal sealed class RangeDecoder(ProcessRunner runner, Toolset tools, DecodeRange range, RangeDecoder? next)
    : IAsyncDisposable
{
    // ffmpeg logs a line of 80 characters for each third of a second that it pads: enough for three hours of holes.
    private const int LogLength = 2_500_000;

    private readonly CancellationTokenSource _drop = new();
    private readonly TaskCompletionSource<short[]> _seam = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly DecodeRange _range = range;
    private RangeDecoder? _heir;
    private Task _reading = Task.CompletedTask;

    private RangeDecoder? Next => next;

    /// <summary>Completes only after everything that this decoder started has ended.</summary>
    public Task<DecodedRange> Done { get; private set; } = null!;

    public void Start(string path, AudioStream stream, SafeFileHandle file, CancellationToken cancellationToken) =>
        Done = DecodeAsync(path, stream, file, cancellationToken);

    /// <summary>Stops the decoder and discards its output.</summary>
    private async Task DropAsync()
    {
        await _drop.CancelAsync();
        await ((Task)Done).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Called after the decoders before it are disposed, since they may still wait for its seam.</summary>
    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        _drop.Dispose();
    }

    private async Task<DecodedRange> DecodeAsync(
        string path, AudioStream stream, SafeFileHandle file, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_drop.Token, cancellationToken);
        var sink = new RangeSink(_range, file);
        try
        {
            var end = await runner.StreamAsync(
                new ToolCall(tools.FFmpeg, DecodeArguments.For(tools, path, stream.Index, _range.Entry), Timeout: null)
                {
                    ErrorTailLength = LogLength,
                },
                (pcm, _) => _reading = ReadAsync(sink, pcm, either.Token),
                either.Token);
            var log = DecodeLog.Read(end.ErrorTail, stream.SampleRate);
            return new DecodedRange(sink.Samples, sink.Loudness(), log, end.ExitCode, _heir);
        }
        finally
        {
            await _reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _seam.TrySetResult([]);
        }
    }

    private async Task ReadAsync(RangeSink sink, Stream pcm, CancellationToken cancellationToken)
    {
        _seam.SetResult(await OnThreadOfItsOwn(() => sink.ReadSeam(pcm)));
        for (var following = next; following is not null; following = following.Next)
        {
            if (!await OnThreadOfItsOwn(() => sink.Fill(pcm, following._range.First)))
                return;
            var seam = await following._seam.Task;
            // A dropped decoder may leave its range incomplete, for example one dropped by a decoder that was itself
            // dropped meanwhile.
            if (!following._drop.IsCancellationRequested && RangeSeam.Fits(sink.LastMoment(), seam))
            {
                _heir = following;
                return;
            }

            cancellationToken.ThrowIfCancellationRequested();
            await following.DropAsync();
        }

        await OnThreadOfItsOwn(() => sink.Fill(pcm, end: null));
    }

    private static Task<T> OnThreadOfItsOwn<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}

/// <param name="Next">The decoder that continues where this range ends; null at the end of the audio.</param>
internal sealed record DecodedRange(
    long Samples, Loudness Loudness, DecodeLog Log, int ExitCode, RangeDecoder? Next);
