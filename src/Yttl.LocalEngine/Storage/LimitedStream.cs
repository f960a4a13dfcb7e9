namespace Yttl.LocalEngine.Storage;

/// <summary>Reads the next <paramref name="length"/> bytes of a stream once, forwards; owns the stream.</summary>
internal sealed class LimitedStream(Stream inner, long length) : ForwardStream
{
    private long _left = length;

    public override int Read(Span<byte> buffer) => Count(inner.Read(buffer[..Most(buffer.Length)]));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(await inner.ReadAsync(buffer[..Most(buffer.Length)], cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    private int Most(int wanted) => (int)Math.Min(wanted, _left);

    private int Count(int read)
    {
        _left -= read;
        return read;
    }
}
