namespace EdgeGateway.Configuration;

/// <summary>Section <c>telemetry</c>: where the figures of this process go. Without it they stay inside.</summary>
public sealed record TelemetrySettings
{
    /// <summary>An OpenTelemetry collector that takes metrics by HTTP and protobuf, for example <c>http://127.0.0.1:4318/v1/metrics</c>.</summary>
    public required Uri Otlp { get; init; }

    /// <summary>1 s to 1 h, default 60 s.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(60);
}
