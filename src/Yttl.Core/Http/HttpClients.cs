using System.Net;

namespace Yttl.Core.Http;

/// <summary>Creates the clients of all outside calls. One client serves all calls of its kind.</summary>
public static class HttpClients
{
    /// <summary>Enough for a machine that runs and has room for a call.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>In kilobytes: a provider's limits, request ids and cookies take one or two.</summary>
    private const int LongestHeaders = 32;

    /// <summary>
    /// Creates a client without redirects and time-outs: each caller has its own rules for both. Every answer has
    /// bounds. A connection is reused for five minutes, because an address may move.
    /// </summary>
    /// <param name="proxy">Null: the system's proxy.</param>
    /// <param name="configure">Changes the defaults of the handler.</param>
    /// <param name="bounds">
    /// Of requests that have none of their own; null for <see cref="ResponseBounds.Small"/>.
    /// </param>
    /// <param name="time">Measures the bounds; null for the system's.</param>
    public static HttpClient Create(
        Uri? proxy = null,
        Action<SocketsHttpHandler>? configure = null,
        ResponseBounds? bounds = null,
        TimeProvider? time = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            MaxResponseHeadersLength = LongestHeaders,
        };
        if (proxy is not null)
            handler.Proxy = new WebProxy(proxy);
        configure?.Invoke(handler);
        var bounding = new BoundingHandler(handler, bounds ?? ResponseBounds.Small, time ?? TimeProvider.System);
        return new HttpClient(bounding) { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Gets an address; returns when the headers are there, and the body is read within the bounds.</summary>
    internal static async Task<HttpResponseMessage> GetAsync(
        this HttpClient http, Uri address, ResponseBounds bounds, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        bounds.Limit(request);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }
}
