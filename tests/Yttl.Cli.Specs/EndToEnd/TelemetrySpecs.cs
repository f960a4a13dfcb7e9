using System.Collections.Concurrent;
using System.Text;
using Yttl.TestKit.Http;

namespace Yttl.Cli.Specs.EndToEnd;

/// <summary>The built program with a collector of its own: what it is sent, and that it never stands in the way.</summary>
public sealed class TelemetrySpecs : IDisposable
{
    private readonly YttlProcess _yttl = new();

    public TelemetrySpecs()
    {
        _yttl.Folder.Write("talk.vtt", CaptionFiles.WebVtt(minutes: 10));
        _yttl.Environment["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
    }

    public void Dispose() => _yttl.Dispose();

    [Fact]
    public async Task Spans_and_metrics_are_sent_where_the_standard_variable_says_before_the_program_ends()
    {
        var received = new ConcurrentDictionary<string, string>();
        await using var collector = await LoopbackServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.AddOrUpdate(
                context.Request.Path, Encoding.Latin1.GetString(body.ToArray()),
                (_, before) => before + Encoding.Latin1.GetString(body.ToArray()));
        });
        await using var model = await LoopbackModel.StartAsync(
            call => call.Number == 0 ? ModelAnswer.Error(503) : ModelAnswer.Text("A point is made."));
        _yttl.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Url.AbsoluteUri;
        // The SDK gives the last batch five seconds. By then the way there has been taken and costs next to nothing.
        _yttl.Environment["OTEL_BSP_SCHEDULE_DELAY"] = _yttl.Environment["OTEL_METRIC_EXPORT_INTERVAL"] = "100";

        var ran = await _yttl.RunAsync(
            "summarize", "talk.vtt", "--llm-provider", "local", "--llm-base-url", model.BaseUrl.AbsoluteUri,
            "--llm-model", "loopback", "--retry-base-delay", "0");

        ran.ExitCode.ShouldBe(0, ran.Error);
        foreach (var name in (string[])["yttl.run", "yttl.step", "summarize-segment", "chat loopback",
            "gen_ai.usage.input_tokens", "error.type", "network", "yttl.video.id", "service.name"])
            received["/v1/traces"].ShouldContain(name);
        foreach (var name in (string[])["yttl.step.duration", "yttl.retries", "yttl.failures", "yttl.tokens",
            "gen_ai.client.operation.duration", "gen_ai.client.token.usage"])
            received["/v1/metrics"].ShouldContain(name);
        received["/v1/traces"].ShouldNotContain("A point is made");
        received["/v1/traces"].ShouldNotContain("meltwater");
    }

    [Fact]
    public async Task A_collector_that_cannot_be_reached_costs_no_run()
    {
        _yttl.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:1";

        var ran = await _yttl.RunAsync("summarize", "talk.vtt");

        ran.ExitCode.ShouldBe(0, ran.Error);
        ran.RunLines.ShouldContain("complete: talk");
        ran.Error.ShouldNotContain("127.0.0.1");
    }
}
