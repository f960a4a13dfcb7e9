using System.Net;
using System.Net.Sockets;
using System.Text;
using Yttl.Core.NetworkGuard;
using Yttl.TestKit;

namespace Yttl.Core.Specs.Guarding;

public sealed class GuardingProxySpecs : IAsyncDisposable
{
    private static readonly IPAddress Public = IPAddress.Parse("8.8.8.8");

    private readonly TcpListener _site = new(IPAddress.Loopback, 0);
    private readonly Task<string> _asked;

    public GuardingProxySpecs()
    {
        _site.Start();
        _asked = AnswerOnceAsync();
    }

    private int Port => ((IPEndPoint)_site.LocalEndpoint).Port;

    [Fact]
    public async Task What_may_be_reached_is_reached_by_the_address_that_was_vetted()
    {
        await using var proxy = new GuardingProxy((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), _ => true);

        var answer = await AskAsync(proxy,
            $"GET http://video.example:{Port}/a?b=c HTTP/1.1\r\nHost: video.example\r\nProxy-Connection: keep-alive\r\n\r\n");

        answer.ShouldEndWith("hello");
        var asked = await _asked;
        asked.ShouldStartWith("GET /a?b=c HTTP/1.1\r\nHost: video.example\r\nConnection: close\r\n");
        asked.ShouldNotContain("Proxy-");
    }

    [Fact]
    public async Task A_tunnel_carries_both_directions()
    {
        await using var proxy = new GuardingProxy((_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), _ => true);

        var answer = await AskAsync(proxy,
            $"CONNECT video.example:{Port} HTTP/1.1\r\nHost: video.example\r\n\r\nGET /tunnelled HTTP/1.1\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 200 Connection established\r\n\r\n");
        answer.ShouldEndWith("hello");
        (await _asked).ShouldStartWith("GET /tunnelled");
    }

    [Theory]
    [InlineData("CONNECT 127.0.0.1:{0} HTTP/1.1")]
    [InlineData("CONNECT [::1]:{0} HTTP/1.1")]
    [InlineData("GET http://127.0.0.1:{0}/ HTTP/1.1")]
    [InlineData("GET http://2130706433:{0}/ HTTP/1.1")]
    [InlineData("CONNECT rebinding.example:{0} HTTP/1.1")]
    [InlineData("CONNECT 169.254.169.254:80 HTTP/1.1")]
    public async Task What_is_not_of_the_public_internet_is_refused_and_never_connected_to(string request)
    {
        await using var proxy = new GuardingProxy(
            (_, _) => Task.FromResult<IPAddress[]>([Public, IPAddress.Loopback]), PublicAddress.IsPublic);

        var answer = await AskAsync(proxy, string.Format(null, request, Port) + "\r\n\r\n");

        answer.ShouldStartWith("HTTP/1.1 403");
        _asked.IsCompleted.ShouldBeFalse();
    }

    [Theory]
    [InlineData("GET / HTTP/1.1")]
    [InlineData("CONNECT nowhere HTTP/1.1")]
    [InlineData("CONNECT user@host:443 HTTP/1.1")]
    [InlineData("GET https://host/ HTTP/1.1")]
    [InlineData("GET file:///etc/passwd HTTP/1.1")]
    [InlineData("nonsense")]
    public async Task What_is_no_request_to_a_proxy_is_refused(string request)
    {
        await using var proxy = new GuardingProxy();

        (await AskAsync(proxy, request + "\r\n\r\n")).ShouldStartWith("HTTP/1.1 400");
    }

    public async ValueTask DisposeAsync()
    {
        _site.Dispose();
        await Task.WhenAny(_asked);
    }

    private static async Task<string> AskAsync(GuardingProxy proxy, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Address.Port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync().WaitAsync(Eventually.Timeout);
    }

    private async Task<string> AnswerOnceAsync()
    {
        using var client = await _site.AcceptTcpClientAsync();
        var buffer = new byte[4096];
        var read = await client.GetStream().ReadAsync(buffer);
        await client.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello"u8.ToArray());
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
