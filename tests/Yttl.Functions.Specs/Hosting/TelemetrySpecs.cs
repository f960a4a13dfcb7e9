using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Yttl.Functions.Hosting;
using Yttl.TestKit;
using Yttl.TestKit.Http;

namespace Yttl.Functions.Specs.Hosting;

public sealed class TelemetrySpecs
{
    /// <summary>No server listens there, and nothing waits for an answer.</summary>
    private const string Connection =
        "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:9/";

    [Fact]
    public async Task Every_trace_of_a_fan_out_is_recorded_and_not_five_a_second()
    {
        await using var services = Services(Connection);
        services.GetRequiredService<TracerProvider>();
        using var source = new ActivitySource("Yttl");

        for (var trace = 0; trace < 200; trace++)
        {
            using var activity = source.StartActivity("yttl.step");
            activity.ShouldNotBeNull().Recorded.ShouldBeTrue($"trace {trace}");
        }
    }

    [Fact]
    public async Task Without_an_address_to_send_to_nothing_is_sent_and_the_app_starts_all_the_same()
    {
        await using var services = Services("");

        services.GetRequiredService<TracerProvider>().ShouldNotBeNull();
    }

    [Fact]
    public async Task Spans_go_to_the_collector_that_the_standard_variable_names()
    {
        var received = new ConcurrentQueue<string>();
        await using var collector = await LoopbackServer.StartAsync(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.Enqueue(context.Request.Path + Encoding.Latin1.GetString(body.ToArray()));
        });
        await using var services = Services("", collector.Url.AbsoluteUri);
        var traces = services.GetRequiredService<TracerProvider>();
        using var source = new ActivitySource("Yttl");

        source.StartActivity("yttl.step").ShouldNotBeNull().Dispose();

        // It returns when the exporter has taken the span, which may be before the collector has it.
        traces.ForceFlush();
        await Eventually.HoldsAsync(() => received.Any(request =>
            request.StartsWith("/v1/traces", StringComparison.Ordinal) && request.Contains("yttl.step", StringComparison.Ordinal)));
    }

    private static ServiceProvider Services(string connection, string collector = "")
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Length > 0 ? collector : null),
            new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        ]).Build());
        TelemetryExporters.AddTo(services, connection, collector);
        return services.BuildServiceProvider();
    }
}
