using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport;

/// <summary>How a link is protected. TLS 1.2 and 1.3 only.</summary>
public sealed record TlsSettings
{
    /// <summary>PEM file of the authorities to trust; null trusts those of the system.</summary>
    public string? CaFile { get; init; }

    /// <summary>PEM file of our own certificate with its chain; null offers none.</summary>
    public string? CertificateFile { get; init; }

    /// <summary>PEM file of its private key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Pass phrase of the key, when it has one.</summary>
    public Secret? KeyPassword { get; init; }

    /// <summary>Name expected in the peer's certificate; null expects the host name.</summary>
    public string? ServerName { get; init; }
}
