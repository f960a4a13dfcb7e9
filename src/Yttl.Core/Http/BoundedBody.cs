using System.Globalization;

namespace Yttl.Core.Http;

/// <summary>The body of an answer, read within its <see cref="ResponseBounds"/>.</summary>
/// <param name="start">When the request was sent, by <paramref name="time"/>'s timestamp.</param>
/// <param name="isCut">Whether a longer body ends at its bound. Else it fails.</param>
internal sealed class BoundedBody(
    Stream inner, ResponseBounds bounds, long start, TimeProvider time, bool isCut) : Stream
{
    private readonly long _most = isCut ? Math.Min(bounds.Bytes, ResponseBounds.ErrorBytes) : bounds.Bytes;
    private readonly CancellationTokenSource _stop = new(Timeout.InfiniteTimeSpan, time);
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    /// <exception cref="ResponseTooLargeException">The body is larger than its bound.</exception>
    /// <exception cref="ResponseStalledException">The body did not come in time.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (isCut && _read == _most)
            return 0;
        var left = bounds.Total - time.GetElapsedTime(start);
        if (left <= TimeSpan.Zero)
            throw NotInTime(bounds);
        var isIdle = _read > 0 && bounds.Idle < left;
        await using var stopped = cancellationToken.UnsafeRegister(stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
        _stop.CancelAfter(isIdle ? bounds.Idle : left);
        try
        {
            return Count(await inner.ReadAsync(buffer, _stop.Token));
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw isIdle ? Idle(bounds) : NotInTime(bounds);
        }
        finally
        {
            // What the caller does between two reads does not count.
            _stop.CancelAfter(Timeout.InfiniteTimeSpan);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException("A read without a time limit may never return: use ReadAsync.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    internal static ResponseStalledException NotInTime(ResponseBounds bounds) => new(string.Create(
        CultureInfo.InvariantCulture, $"the answer did not end within {bounds.Total.TotalSeconds:0.#} s"));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static ResponseStalledException Idle(ResponseBounds bounds) => new(string.Create(
        CultureInfo.InvariantCulture, $"the answer stopped in its middle for {bounds.Idle.TotalSeconds:0.#} s"));

    private int Count(int read)
    {
        _read += read;
        if (_read <= _most)
            return read;
        if (!isCut)
            throw new ResponseTooLargeException(_most);
        var kept = read - (int)(_read - _most);
        _read = _most;
        return kept;
    }
}
