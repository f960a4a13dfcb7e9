using Yttl.Core.Http;
using Yttl.Core.ModelWarmUp;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Core.Specs.Readiness;

public sealed class AwaitModelSpecs
{
    private readonly ManualTime _time = new();

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(401)]
    public async Task A_server_that_answers_is_ready(int status)
    {
        await using var server = await LoopbackServer.AnsweringAsync(status);

        (await AskAsync(new Uri(server.Url, "v1"))).RetryAfter.ShouldBeNull();

        server.Requests.ShouldBe(["GET /health"]);
    }

    [Theory]
    [InlineData(502, null, 15)]
    [InlineData(503, null, 15)]
    [InlineData(503, "40", 40)]
    [InlineData(503, "86400", 120)]
    [InlineData(504, "0", 15)]
    public async Task A_server_that_comes_up_is_asked_again_when_it_says(int status, string? retryAfter, int seconds)
    {
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        });

        var outcome = await AskAsync(server.Url);

        outcome.RetryAfter.ShouldBe(TimeSpan.FromSeconds(seconds));
        outcome.Reason.ShouldBe($"it answers {status}");
    }

    [Fact]
    public async Task A_server_that_is_not_there_yet_is_asked_again()
    {
        await using var server = await LoopbackServer.ResettingAsync();

        (await AskAsync(server.Url)).RetryAfter.ShouldBe(AwaitModelStep.Pause);
    }

    [Fact]
    public async Task A_call_that_is_held_back_is_let_go_and_made_again()
    {
        await using var server = await LoopbackServer.HangingAsync();

        var asked = AskAsync(server.Url);
        await _time.PendingAsync(AwaitModelStep.Timeout);
        _time.Advance(AwaitModelStep.Timeout);

        (await asked).RetryAfter.ShouldBe(AwaitModelStep.Pause);
    }

    [Fact]
    public async Task A_model_that_is_no_server_of_this_host_is_always_ready() =>
        (await AskAsync(null)).RetryAfter.ShouldBeNull();

    private async Task<AwaitModelOutcome> AskAsync(Uri? address)
    {
        using var http = HttpClients.Create();
        return await new AwaitModelStep(http, _ => address, _time)
            .RunAsync(new AwaitModelRequest(ModelRole.Speech), CancellationToken.None);
    }
}
