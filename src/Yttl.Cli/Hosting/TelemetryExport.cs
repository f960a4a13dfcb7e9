using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Yttl.Core.Measuring;

namespace Yttl.Cli.Hosting;

/// <summary>
/// Sends traces and metrics to the place that the standard variables name
/// (https://opentelemetry.io/docs/specs/otel/protocol/exporter/); without them it sends nothing. Disposing sends what
/// is left.
/// </summary>
internal sealed class TelemetryExport : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string TracesEndpoint = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT";
    private const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";

    private readonly TracerProvider? _traces;
    private readonly MeterProvider? _metrics;

    private TelemetryExport(bool traces, bool metrics)
    {
        if (traces)
            _traces = Sdk.CreateTracerProviderBuilder()
                .ConfigureResource(Describe).AddSource(Telemetry.Name).AddOtlpExporter().Build();
        if (metrics)
            _metrics = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(Describe).AddMeter(Telemetry.Name).AddOtlpExporter().Build();
    }

    /// <returns>Null where the variables name no place.</returns>
    public static TelemetryExport? Start(Func<string, string?> readEnvironment)
    {
        var everything = IsSet(Endpoint);
        var (traces, metrics) = (everything || IsSet(TracesEndpoint), everything || IsSet(MetricsEndpoint));
        return traces || metrics ? new TelemetryExport(traces, metrics) : null;

        bool IsSet(string variable) => !string.IsNullOrWhiteSpace(readEnvironment(variable));
    }

    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    // The user's OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES are read after this and win.
    private static void Describe(ResourceBuilder resource) => resource
        .AddService("yttl", serviceVersion: Version(), autoGenerateServiceInstanceId: false)
        .AddEnvironmentVariableDetector();

    private static string? Version() =>
        typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
