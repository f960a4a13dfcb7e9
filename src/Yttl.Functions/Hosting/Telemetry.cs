using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Yttl.Functions.Hosting;

/// <summary>The traces and metrics of a run, of which the performance workbook is made.</summary>
internal static class Telemetry
{
    /// <param name="connection">Of Application Insights; null or empty sends nothing.</param>
    public static void AddTo(IServiceCollection services, string? connection)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Core.Measuring.Telemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(Core.Measuring.Telemetry.Name));
        if (connection is not { Length: > 0 })
            return;
        telemetry.UseAzureMonitorExporter(options =>
        {
            options.ConnectionString = connection;
            options.Credential = new DefaultAzureCredential();

            // A number here, and by default it is five, drops all traces beyond so many a second: of a fan-out, most.
            options.TracesPerSecond = null;
        });
    }
}
