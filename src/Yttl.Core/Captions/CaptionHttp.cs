using System.Net;

namespace Yttl.Core.Captions;

/// <summary>The client that <see cref="ReadCaptionsStep"/> needs; one serves all videos.</summary>
public static class CaptionHttp
{
    /// <summary>Leaves redirects and time-outs to the step, which has its own rules for both.</summary>
    /// <param name="proxy">Null uses the system's.</param>
    public static HttpClient CreateClient(Uri? proxy)
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
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }
}
