using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Yttl.Functions.Hosting;

namespace Yttl.Functions.Specs.Hosting;

public sealed class TelemetrySpecs
{
    /// <summary>Nobody listens there, and nothing waits for an answer.</summary>
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

    private static ServiceProvider Services(string connection)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        Telemetry.AddTo(services, connection);
        return services.BuildServiceProvider();
    }
}
