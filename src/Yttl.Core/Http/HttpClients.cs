using System.Net;

namespace Yttl.Core.Http;

/// <summary>Creates the clients of all outside calls. One client serves all calls of its kind.</summary>
public static class HttpClients
{
    /// <summary>Enough for a machine that runs and has room for a call.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Creates a client without redirects and time-outs: each caller has its own rules for both. A connection is reused
    /// for five minutes, because an address may move.
    /// </summary>
    /// <param name="proxy">Null: the system's proxy.</param>
    /// <param name="configure">Changes the defaults of the handler.</param>
    public static HttpClient Create(Uri? proxy = null, Action<SocketsHttpHandler>? configure = null)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        };
        if (proxy is not null)
            handler.Proxy = new WebProxy(proxy);
        configure?.Invoke(handler);
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
