using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Configuration;

/// <summary>One entry of <c>uplink.brokers</c>.</summary>
public sealed record BrokerSettings
{
    /// <summary>Host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65,535; default 1883, with TLS 8883.</summary>
    public required int Port { get; init; }

    /// <summary>Null: no TLS.</summary>
    public TlsSettings? Tls { get; init; }

    public string? User { get; init; }

    /// <summary>Only together with a user.</summary>
    public Secret? Password { get; init; }
}
