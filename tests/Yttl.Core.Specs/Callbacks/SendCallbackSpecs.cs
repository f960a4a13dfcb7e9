using System.Net;
using System.Security.Cryptography;
using System.Text;
using Yttl.Core.Callbacks;
using Yttl.Core.Failures;
using Yttl.Core.Http;
using Yttl.Core.NetworkGuard;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Callbacks;

public sealed class SendCallbackSpecs : IAsyncDisposable
{
    private const string Secret = "a secret of both";
    private const string Body = """{"id":"abc","state":"complete","title":"Grüße"}""";

    private readonly GuardingProxy _open = new(
        (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), _ => true);

    private readonly ManualTime _time = new();

    public ValueTask DisposeAsync() => _open.DisposeAsync();

    [Fact]
    public async Task A_receiver_that_knows_the_secret_can_tell_who_sent_it_and_when()
    {
        string? signature = null, delivery = null, body = null;
        await using var receiver = await LoopbackServer.StartAsync(async context =>
        {
            signature = context.Request.Headers[CallbackSignature.Header];
            delivery = context.Request.Headers[SendCallbackStep.DeliveryHeader];
            body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = 204;
        });

        var outcome = await SendAsync(receiver.Url);

        outcome.Failure.ShouldBeNull();
        receiver.Requests.ShouldBe(["POST /"]);
        (delivery, body).ShouldBe(("abc", Body));
        var sent = _time.GetUtcNow().ToUnixTimeSeconds();
        var expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{sent}.{body}"));
        signature.ShouldBe($"t={sent},v1={Convert.ToHexStringLower(expected)}");
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_receiver_that_is_busy_is_asked_again(int status)
    {
        await using var receiver = await LoopbackServer.AnsweringAsync(status);

        var failure = await Should.ThrowAsync<YttlException>(() => SendAsync(receiver.Url));

        failure.Transient.ShouldBeTrue();
        failure.Failure.Code.ShouldBe("callback.busy");
    }

    [Theory]
    [InlineData(400, "callback.refused")]
    [InlineData(404, "callback.refused")]
    [InlineData(301, "callback.redirected")]
    [InlineData(307, "callback.redirected")]
    public async Task A_receiver_that_will_not_have_it_is_not_asked_again_and_no_redirect_is_followed(int status, string code)
    {
        await using var elsewhere = await LoopbackServer.AnsweringAsync(200);
        await using var receiver = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = elsewhere.Url.ToString();
            return Task.CompletedTask;
        });

        var outcome = await SendAsync(receiver.Url);

        outcome.Failure!.Code.ShouldBe(code);
        elsewhere.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receiver_that_breaks_off_is_asked_again()
    {
        await using var receiver = await LoopbackServer.ResettingAsync();

        (await Should.ThrowAsync<YttlException>(() => SendAsync(receiver.Url))).Transient.ShouldBeTrue();
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task A_name_that_leads_into_the_private_network_is_never_connected_to(string scheme)
    {
        await using var inside = await LoopbackServer.AnsweringAsync(200);
        await using var guard = new GuardingProxy(
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]), PublicAddress.IsPublic);
        var address = new UriBuilder(inside.Url) { Scheme = scheme, Host = "rebinding.example" }.Uri;

        var outcome = await SendAsync(address, guard);

        outcome.Failure.ShouldNotBeNull();
        inside.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("10.0.0.7")]
    [InlineData(null)]
    public async Task What_is_not_public_or_has_no_address_is_said_to_be_so_and_not_to_be_silent(string? address)
    {
        await using var guard = new GuardingProxy(
            (_, _) => Task.FromResult<IPAddress[]>(address is null ? [] : [IPAddress.Parse(address)]),
            PublicAddress.IsPublic);

        var outcome = await SendAsync(new Uri("https://inside.example/"), guard);

        outcome.Failure!.Code.ShouldBe("callback.not-public");
        outcome.Failure.Message.ShouldBe(
            "The callback was not delivered: its host is not on the public internet, or its name has no address.");
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_secret()
    {
        await using var receiver = await LoopbackServer.AnsweringAsync(200);

        var outcome = await SendAsync(receiver.Url, secret: "");

        outcome.Failure!.Code.ShouldBe("callback.no-secret");
        receiver.Requests.ShouldBeEmpty();
    }

    private async Task<PlainOutcome> SendAsync(Uri address, GuardingProxy? guard = null, string secret = Secret)
    {
        using var http = HttpClients.Create((guard ?? _open).Address);
        return await new SendCallbackStep(http, secret, _time).RunAsync(
            new CallbackRequest(address.ToString(), "abc", Body), CancellationToken.None);
    }
}
