using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using Yttl.Core.Measuring;

namespace Yttl.Functions.Hosting;

/// <summary>
/// Sends the traces and metrics of a run, which the performance workbook is made from, and the app's log. The Functions
/// host reads the same two settings and sends its own there.
/// </summary>
internal static class TelemetryExporters
{
    /// <param name="connection">The connection string of Application Insights; null or empty sends nothing there.</param>
    /// <param name="collector">
    /// The address of a collector that speaks OTLP; null or empty sends nothing there. The exporter reads it, and the
    /// protocol and headers, from the same settings (https://opentelemetry.io/docs/specs/otel/protocol/exporter/).
    /// </param>
    public static void AddTo(IServiceCollection services, string? connection, string? collector)
    {
        var telemetry = services.AddOpenTelemetry().UseFunctionsWorkerDefaults()
            .WithTracing(traces => traces.AddSource(Telemetry.Name))
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name));
        if (collector is { Length: > 0 })
            telemetry.UseOtlpExporter();
        if (connection is not { Length: > 0 })
            return;
        telemetry.UseAzureMonitorExporter(options =>
        {
            options.ConnectionString = connection;
            options.Credential = new DefaultAzureCredential();

            // A number here (by default five) drops all traces beyond that many a second: most of those of a fan-out.
            options.TracesPerSecond = null;
        });
    }
}
