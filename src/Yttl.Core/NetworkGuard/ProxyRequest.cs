using System.Globalization;

namespace Yttl.Core.NetworkGuard;

/// <summary>A client's request to a proxy (RFC 9112, section 3.2).</summary>
/// <param name="Host">Host name, or an IP address without brackets.</param>
/// <param name="Head">Request head to forward; null for a tunnel (<c>CONNECT</c>).</param>
internal sealed record ProxyRequest(string Host, int Port, string? Head)
{
    /// <param name="head">All lines before the blank one.</param>
    /// <returns>Null where the head is not a proxy request.</returns>
    public static ProxyRequest? Parse(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"])
            return null;
        if (method is "CONNECT")
        {
            // A scheme without a default port, so that a port is always read from the target.
            return Uri.TryCreate($"none://{target}", UriKind.Absolute, out var tunnel)
                && tunnel is { Port: > 0, UserInfo: "", PathAndQuery: "" or "/" } && tunnel.DnsSafeHost.Length > 0
                ? new ProxyRequest(tunnel.DnsSafeHost, tunnel.Port, null)
                : null;
        }

        return Uri.TryCreate(target, UriKind.Absolute, out var uri) && uri.Scheme is "http" && uri.Host.Length > 0
            ? new ProxyRequest(uri.DnsSafeHost, uri.Port, Forwarded(method, uri, lines.Skip(1)))
            : null;
    }

    /// <summary>
    /// Builds the head to forward. Allows one request per connection, since the next may be for another host.
    /// </summary>
    private static string Forwarded(string method, Uri uri, IEnumerable<string> headers) => string.Join("\r\n",
    [
        string.Create(CultureInfo.InvariantCulture, $"{method} {uri.PathAndQuery} HTTP/1.1"),
        .. headers.Where(line => !IsOfThisHop(line)),
        "Connection: close",
        "",
        "",
    ]);

    private static bool IsOfThisHop(string line) =>
        line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase);
}
