using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Brokers;

/// <summary>Where a broker is and as whom we come, as every section of the configuration that names one writes it.</summary>
/// <param name="Host">Host name or address.</param>
/// <param name="Port">1 to 65,535.</param>
/// <param name="Tls">Null: no TLS.</param>
/// <param name="User">Null: none.</param>
/// <param name="Password">Only together with a user.</param>
public sealed record BrokerAddress(string Host, int Port, TlsSettings? Tls, string? User, Secret? Password);
