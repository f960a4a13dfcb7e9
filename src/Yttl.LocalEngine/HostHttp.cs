using System.Net;

namespace Yttl.LocalEngine;

/// <summary>The process's one HTTP client. Callers bound each call's time and size themselves.</summary>
internal static class HostHttp
{
    public static HttpClient Create(Uri? proxy) => new(new SocketsHttpHandler
    {
        // Names are looked up again now and then: https://learn.microsoft.com/dotnet/fundamentals/networking/http/httpclient-guidelines
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        AutomaticDecompression = DecompressionMethods.All,
        Proxy = proxy is null ? null : new WebProxy(proxy),
        UseProxy = true,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
