using System.Net;

namespace Yttl.Core.Http;

/// <summary>
/// Bounds every answer of a client: what callers read, what the OpenAI client reads
/// into memory, and what .NET buffers. Stands outside the handler that decompresses.
/// </summary>
/// <param name="bounds">Of requests that state none of their own.</param>
internal sealed class BoundingHandler(HttpMessageHandler inner, ResponseBounds bounds, TimeProvider time)
    : DelegatingHandler(inner)
{
    /// <exception cref="HttpRequestException">The headers did not come in time, or the connection failed.</exception>
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var own = ResponseBounds.Find(request) ?? bounds;
        var start = time.GetTimestamp();
        using var limit = new CancellationTokenSource(own.Total, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        HttpResponseMessage response;
        try
        {
            response = await base.SendAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            var late = BoundedBody.NotInTime(own);
            throw new HttpRequestException(HttpRequestError.Unknown, late.Message, late);
        }

        if (response.IsSuccessStatusCode && response.Content.Headers.ContentLength > own.Bytes)
        {
            response.Dispose();
            throw new HttpRequestException(
                HttpRequestError.ConfigurationLimitExceeded, null, new ResponseTooLargeException(own.Bytes));
        }

        var isCut = !response.IsSuccessStatusCode;
        response.Content = new BoundedContent(
            response.Content, isCut, stream => new BoundedBody(stream, own, start, time, isCut));
        return response;
    }

    /// <summary>The content of an answer with its headers, whose body is read within its bounds.</summary>
    private sealed class BoundedContent : HttpContent
    {
        private readonly HttpContent _inner;
        private readonly Func<Stream, BoundedBody> _bound;

        /// <param name="isCut">Whether the stated length may be more than is read.</param>
        public BoundedContent(HttpContent inner, bool isCut, Func<Stream, BoundedBody> bound)
        {
            (_inner, _bound) = (inner, bound);
            foreach (var header in inner.Headers.NonValidated)
                if (!isCut || !header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase))
                    Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
            await SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(
            Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await using var body = await CreateContentReadStreamAsync(cancellationToken);
            await body.CopyToAsync(stream, cancellationToken);
        }

        protected override Task<Stream> CreateContentReadStreamAsync() =>
            CreateContentReadStreamAsync(CancellationToken.None);

        protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
            _bound(await _inner.ReadAsStreamAsync(cancellationToken));

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                _inner.Dispose();
            base.Dispose(disposing);
        }    }
}
