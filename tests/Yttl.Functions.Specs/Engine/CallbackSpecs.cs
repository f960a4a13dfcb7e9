using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Yttl.Core.Callbacks;
using Yttl.Core.Http;
using Yttl.Core.Reports;
using Yttl.TestKit.Http;
using Yttl.Workflows.Catalogue;
using Yttl.Workflows.Orchestration;
using Yttl.Workflows.Runs;
using Yttl.Workflows.Specs;

namespace Yttl.Functions.Specs.Engine;

/// <summary>A callback from the end of an orchestration to a receiver that verifies it.</summary>
public sealed class CallbackSpecs
{
    private const string Secret = "of both";

    private readonly ConcurrentQueue<(string Signature, string Delivery, string Body)> _received = new();

    [Fact]
    public async Task A_receiver_that_is_busy_gets_it_again_after_durable_waits_and_can_verify_every_one()
    {
        var (result, app) = await RunAsync(before => before < 2 ? 503 : 204);

        result.Status.ShouldBe(RunStatus.Complete);
        result.Notes.ShouldBe(["one note"]);
        app.Backend.Waits.Select(wait => Math.Round(wait.TotalSeconds)).ShouldBe([5, 15]);
        _received.Count.ShouldBe(3);
        foreach (var (signature, delivery, body) in _received)
        {
            delivery.ShouldBe("talk");
            var sent = DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(signature[2..signature.IndexOf(',', StringComparison.Ordinal)], CultureInfo.InvariantCulture));
            signature.ShouldBe(CallbackSignature.Compute(Secret, sent, body));
            JsonDocument.Parse(body).RootElement.GetProperty("state").GetString().ShouldBe("complete");
        }
    }

    [Fact]
    public async Task A_receiver_that_never_takes_it_is_noted_and_the_run_is_complete()
    {
        var (result, _) = await RunAsync(_ => 500);

        result.Status.ShouldBe(RunStatus.Complete);
        result.Notes[^1].ShouldBe("The callback was not delivered: its receiver answered 500.");
        _received.Count.ShouldBe(5);
    }

    /// <param name="status">What the receiver answers, by how often it was asked before.</param>
    private async Task<(VideoResult Result, DurableApp App)> RunAsync(Func<int, int> status)
    {
        await using var receiver = await LoopbackServer.StartAsync(async context =>
        {
            var body = await new StreamReader(context.Request.Body).ReadToEndAsync();
            context.Response.StatusCode = status(_received.Count);
            _received.Enqueue((
                context.Request.Headers[CallbackSignature.Header].ToString(),
                context.Request.Headers[SendCallbackStep.DeliveryHeader].ToString(),
                body));
        });
        using var http = HttpClients.Create();
        var send = new SendCallbackStep(http, Secret, TimeProvider.System);
        await using var app = await DurableApp.StartAsync(
            new FakePipeline().Steps().Bind(Steps.SendCallback, send.RunAsync));
        var result = await app.RunAsync(
            SummarizeVideoWorkflow.Definition, "talk", Runs.Video() with { Callback = receiver.Url.ToString() });
        return (result, app);
    }
}
