using System.Net;

namespace Yttl.Core.Http;

/// <summary>Makes the clients of every outside call; one serves all calls of its kind.</summary>
public static class HttpClients
{
    /// <summary>Of a machine that is there and has room for a call.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Leaves redirects and time-outs to its user, who has rules for both. Connections are kept, but not for ever: an address
    /// may move.
    /// </summary>
    /// <param name="proxy">Null uses the system's.</param>
    /// <param name="configure">Changes what is said here.</param>
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
