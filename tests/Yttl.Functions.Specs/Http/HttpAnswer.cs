using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Yttl.Functions.Specs.Http;

/// <summary>What a caller would read off the wire.</summary>
internal sealed record HttpAnswer(int Status, string? Location, string? ContentType, string Body)
{
    public static async Task<HttpAnswer> Of(IResult result)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var context = new DefaultHttpContext { RequestServices = services };
        using var body = new WireStream();
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return new HttpAnswer(
            context.Response.StatusCode,
            context.Response.Headers.Location,
            context.Response.ContentType,
            Encoding.UTF8.GetString(body.ToArray()));
    }

    /// <summary>Takes bytes only from who waits for it, as the web server's own does.</summary>
    private sealed class WireStream : Stream
    {
        private readonly MemoryStream _taken = new();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _taken.Length;

        public override long Position { get => _taken.Position; set => throw new NotSupportedException(); }

        public byte[] ToArray() => _taken.ToArray();

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            _taken.WriteAsync(buffer, cancellationToken);

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            _taken.WriteAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Write(byte[] buffer, int offset, int count) => throw NotAwaited();

        public override void Flush() => throw NotAwaited();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _taken.Dispose();
            base.Dispose(disposing);
        }

        private static InvalidOperationException NotAwaited() => new("Synchronous operations are disallowed.");
    }
}
