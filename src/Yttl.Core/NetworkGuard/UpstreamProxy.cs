using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Yttl.Core.NetworkGuard;

/// <summary>
/// The HTTP proxy that the guard's connections go through. It is asked for checked addresses and never for names: it
/// would resolve a name again, and perhaps to another address.
/// </summary>
/// <param name="address">
/// <c>http://[USER:PASSWORD@]HOST[:PORT]</c>. User and password go to this proxy only, as <c>Proxy-Authorization</c>.
/// </param>
internal sealed class UpstreamProxy(Uri address)
{
    private const string Unreachable = "502 Bad Gateway";
    private const string Unauthorized = "407 Proxy Authentication Required";

    /// <summary>The addresses of one host that are tried, the first of them first.</summary>
    private const int MostTried = 4;

    /// <summary>Opens a tunnel (<c>CONNECT</c>, RFC 9110, section 9.3.6) to the first address that the proxy reaches.</summary>
    /// <returns>The connection to the proxy, or the status for the client where there is no tunnel.</returns>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<(TcpClient? Tunnel, string Status)> ConnectAsync(
        IEnumerable<IPAddress> targets, int port, CancellationToken cancellationToken)
    {
        // Many proxies have no IPv6.
        foreach (var target in targets.OrderBy(target => target.AddressFamily is AddressFamily.InterNetworkV6).Take(MostTried))
        {
            var (tunnel, code) = await TryAsync(new IPEndPoint(target, port), cancellationToken);
            if (tunnel is not null)
                return (tunnel, "");
            if (code is 407)
                return (null, Unauthorized);
        }

        return (null, Unreachable);
    }

    private async Task<(TcpClient? Tunnel, int Code)> TryAsync(IPEndPoint target, CancellationToken cancellationToken)
    {
        var proxy = new TcpClient();
        var code = 0;
        try
        {
            await proxy.ConnectAsync(address.DnsSafeHost, address.Port, cancellationToken);
            await proxy.GetStream().WriteAsync(Encoding.ASCII.GetBytes(Request(target)), cancellationToken);
            code = Code(await HttpHead.ReadAsync(proxy.GetStream(), cancellationToken));
            return code is >= 200 and < 300 ? (proxy, code) : (null, code);
        }
        catch (Exception failure) when (failure is IOException or SocketException)
        {
            return (null, 0);
        }
        finally
        {
            if (code is not (>= 200 and < 300))
                proxy.Dispose();
        }
    }

    private string Request(IPEndPoint target) =>
        $"CONNECT {target} HTTP/1.1\r\nHost: {target}\r\n{Authorization()}\r\n";

    private string Authorization() => address.UserInfo is { Length: > 0 } credentials
        ? $"Proxy-Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(credentials)))}\r\n"
        : "";

    /// <returns>0 where the head is no answer.</returns>
    private static int Code(string head) =>
        head.StartsWith("HTTP/1.", StringComparison.Ordinal) && head.Split(' ', 3) is [_, var code, ..]
        && int.TryParse(code.AsSpan(0, Math.Min(3, code.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
