using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Yttl.Core.NetworkGuard;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Guarding;

/// <summary>The guard behind a proxy of the host's operator: it judges first, and its proxy is asked for addresses only.</summary>
public sealed class UpstreamProxySpecs : IAsyncDisposable
{
    private static readonly IPAddress Public = IPAddress.Parse("8.8.8.8");
    private static readonly IPAddress PublicV6 = IPAddress.Parse("2001:4860:4860::8888");

    private readonly TcpListener _upstream = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> _asked = [];
    private readonly Task _serving;
    private Func<string, string> _answers = _ => "HTTP/1.1 200 Connection established";

    public UpstreamProxySpecs()
    {
        _upstream.Start();
        _serving = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _upstream.Dispose();
        await _serving;
    }

    [Fact]
    public async Task It_is_asked_for_the_vetted_address_with_its_user_and_password()
    {
        await using var proxy = Guard("user:p%40ss@", Public);

        var answer = await AskAsync(proxy, "CONNECT video.example:443 HTTP/1.1\r\nHost: video.example\r\n\r\nhello");

        answer.ShouldBe("HTTP/1.1 200 Connection established\r\n\r\nechoed: hello");
        _asked.ShouldHaveSingleItem().ShouldBe(
            "CONNECT 8.8.8.8:443 HTTP/1.1\r\nHost: 8.8.8.8:443\r\nProxy-Authorization: Basic "
            + Convert.ToBase64String("user:p@ss"u8));
    }

    [Fact]
    public async Task A_request_without_a_tunnel_goes_through_one_too_and_without_what_is_for_proxies()
    {
        await using var proxy = Guard("user:pass@", Public);

        var answer = await AskAsync(
            proxy, "GET http://video.example/a HTTP/1.1\r\nHost: video.example\r\nProxy-Authorization: Basic eA==\r\n\r\n");

        answer.ShouldBe("echoed: GET /a HTTP/1.1\r\nHost: video.example\r\nConnection: close\r\n\r\n");
        _asked.ShouldHaveSingleItem().ShouldStartWith("CONNECT 8.8.8.8:80 HTTP/1.1\r\n");
    }

    [Theory]
    [InlineData("CONNECT 127.0.0.1:443 HTTP/1.1")]
    [InlineData("CONNECT 10.0.0.4:443 HTTP/1.1")]
    [InlineData("GET http://169.254.169.254/metadata HTTP/1.1")]
    [InlineData("CONNECT rebinding.example:443 HTTP/1.1")]
    public async Task It_is_never_asked_for_what_is_not_public(string request)
    {
        await using var proxy = Guard("", Public, IPAddress.Loopback);

        (await AskAsync(proxy, request + "\r\n\r\n")).ShouldStartWith("HTTP/1.1 403");
        _asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_it_refuses_one_address_of_a_host_it_is_asked_for_the_next()
    {
        _answers = head => head.Contains("[2001:", StringComparison.Ordinal)
            ? "HTTP/1.1 200 OK\r\nVia: 1.1 proxy" : "HTTP/1.1 502 Bad Gateway";
        await using var proxy = Guard("", PublicV6, Public);

        var answer = await AskAsync(proxy, "CONNECT video.example:443 HTTP/1.1\r\n\r\nhello");

        answer.ShouldEndWith("echoed: hello");
        _asked.Select(head => head.Split(' ')[1]).ShouldBe(["8.8.8.8:443", "[2001:4860:4860::8888]:443"]);
    }

    [Theory]
    [InlineData("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic", "HTTP/1.1 407 Proxy Authentication Required")]
    [InlineData("HTTP/1.1 403 Forbidden", "HTTP/1.1 502 Bad Gateway")]
    [InlineData("SSH-2.0-OpenSSH_9.6", "HTTP/1.1 502 Bad Gateway")]
    public async Task Its_refusal_is_not_the_guards(string answers, string seen)
    {
        _answers = _ => answers;
        await using var proxy = Guard("user:secret@", Public);

        var answer = await AskAsync(proxy, "CONNECT video.example:443 HTTP/1.1\r\n\r\n");

        answer.ShouldStartWith(seen + "\r\n");
        answer.ShouldNotContain("secret");
    }

    [Fact]
    public async Task One_that_cannot_be_reached_is_a_bad_gateway()
    {
        await using var proxy = Guard("", Public);
        _upstream.Stop();

        (await AskAsync(proxy, "CONNECT video.example:443 HTTP/1.1\r\n\r\n")).ShouldStartWith("HTTP/1.1 502");
    }

    private GuardingProxy Guard(string credentials, params IPAddress[] resolved) => new(
        (_, _) => Task.FromResult(resolved),
        PublicAddress.IsPublic,
        new Uri($"http://{credentials}127.0.0.1:{((IPEndPoint)_upstream.LocalEndpoint).Port}/"));

    private static async Task<string> AskAsync(GuardingProxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync().WaitAsync(Eventually.Timeout);
    }

    /// <summary>A proxy whose every tunnel leads to a server that repeats what it is sent once, and ends.</summary>
    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _upstream.AcceptTcpClientAsync();
                var stream = client.GetStream();
                var head = await HttpHead.ReadAsync(stream, CancellationToken.None);
                _asked.Enqueue(head);
                var answer = _answers(head);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(answer + "\r\n\r\n"));
                if (!answer.Contains(" 200 ", StringComparison.Ordinal))
                    continue;
                var buffer = new byte[4096];
                var read = await stream.ReadAsync(buffer);
                await stream.WriteAsync(Encoding.ASCII.GetBytes("echoed: " + Encoding.ASCII.GetString(buffer, 0, read)));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or InvalidOperationException or IOException)
        {
            // The spec has ended, or the guard has.
        }
    }
}
