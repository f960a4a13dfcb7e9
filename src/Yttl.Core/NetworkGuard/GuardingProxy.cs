using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Yttl.Core.NetworkGuard;

/// <summary>
/// An HTTP proxy on the loopback interface that lets a tool which follows redirects itself reach the public internet
/// only. Resolves each name once and connects to the checked addresses, so that a second DNS answer cannot bypass the
/// check (DNS rebinding). Where it has an upstream proxy, it opens its connections through that one.
/// </summary>
public sealed class GuardingProxy : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> _resolve;
    private readonly Func<IPAddress, bool> _mayReach;
    private readonly UpstreamProxy? _upstream;
    private readonly Task _serving;

    /// <param name="upstream">
    /// An HTTP proxy of the host's own choice, which may stand in a private network; null connects directly.
    /// </param>
    public GuardingProxy(Uri? upstream = null)
        : this(Dns.GetHostAddressesAsync, PublicAddress.IsPublic, upstream)
    {
    }

    internal GuardingProxy(
        Func<string, CancellationToken, Task<IPAddress[]>> resolve, Func<IPAddress, bool> mayReach, Uri? upstream = null)
    {
        (_resolve, _mayReach) = (resolve, mayReach);
        _upstream = upstream is null ? null : new UpstreamProxy(upstream);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");
        _serving = ServeAsync();
    }

    /// <summary>Proxy address for the tool.</summary>
    public Uri Address { get; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving;
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), _stop.Token);
            }
            catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                if (!_stop.IsCancellationRequested && stopped is SocketException)
                    continue;
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                var inner = client.GetStream();
                using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                patience.CancelAfter(Patience);
                if (ProxyRequest.Parse(await HttpHead.ReadAsync(inner, patience.Token)) is not { } request)
                {
                    await AnswerAsync(inner, "400 Bad Request", cancellationToken);
                    return;
                }

                var (server, status) = await ConnectAsync(request, cancellationToken);
                if (server is null)
                    await AnswerAsync(inner, status, cancellationToken);
                else
                    await RelayAsync(inner, server, request, cancellationToken);
            }
            catch (Exception over) when (over is IOException or SocketException or OperationCanceledException)
            {
                // One side closed its connection: disposing closes the other.
            }
        }
    }

    /// <returns>
    /// The connection, or the status for the client where there is none: 403 where any address of the host is not public.
    /// </returns>
    private async Task<(TcpClient? Server, string Status)> ConnectAsync(
        ProxyRequest request, CancellationToken cancellationToken)
    {
        var addresses = IPAddress.TryParse(request.Host, out var literal)
            ? [literal]
            : await _resolve(request.Host, cancellationToken);
        if (addresses.Length is 0 || !addresses.All(_mayReach))
            return (null, "403 Forbidden");
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        if (_upstream is not null)
            return await _upstream.ConnectAsync(addresses, request.Port, patience.Token);
        var server = new TcpClient();
        try
        {
            await server.ConnectAsync(addresses, request.Port, patience.Token);
            return (server, "");
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    private static async Task RelayAsync(
        NetworkStream inner, TcpClient server, ProxyRequest request, CancellationToken cancellationToken)
    {
        using (server)
        {
            var outer = server.GetStream();
            if (request.Head is { } head)
                await outer.WriteAsync(Encoding.Latin1.GetBytes(head), cancellationToken);
            else
                await inner.WriteAsync("HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray(), cancellationToken);
            using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var down = outer.CopyToAsync(inner, over.Token);
            await Task.WhenAny(down, inner.CopyToAsync(outer, over.Token).ContinueWith(
                _ => down, cancellationToken, TaskContinuationOptions.None, TaskScheduler.Default).Unwrap());
            await over.CancelAsync();
        }
    }

    private static async Task AnswerAsync(NetworkStream stream, string status, CancellationToken cancellationToken) =>
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"), cancellationToken);
}
