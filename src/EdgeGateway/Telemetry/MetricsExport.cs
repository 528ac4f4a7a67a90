using EdgeGateway.Configuration;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace EdgeGateway.Telemetry;

/// <summary>
/// Sends every meter of this process to an OpenTelemetry collector. A collector that is away costs figures and nothing
/// else: no reading waits for it.
/// </summary>
public sealed class MetricsExport(GatewaySettings settings) : IHostedService, IDisposable
{
    private MeterProvider? _provider;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Telemetry is { } telemetry)
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .ConfigureResource(resource => resource.AddService("edgegateway", serviceNamespace: settings.Site, serviceInstanceId: settings.Gateway))
                .AddMeter("EdgeGateway.*")
                .AddMeter("System.Runtime")
                .AddOtlpExporter((exporter, reader) => Set(exporter, reader, telemetry))
                .Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _provider?.Shutdown(timeoutMilliseconds: 2_000);
        return Task.CompletedTask;
    }

    public void Dispose() => _provider?.Dispose();

    private static void Set(OtlpExporterOptions exporter, MetricReaderOptions reader, TelemetrySettings telemetry)
    {
        exporter.Endpoint = telemetry.Otlp;
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = (int)telemetry.Every.TotalMilliseconds;
    }
}
