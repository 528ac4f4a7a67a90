using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.HttpDevice;

/// <summary>A device that is a web server: where it is, and who the gateway is to it.</summary>
public sealed record HttpPeer
{
    public const int HttpPort = 80;

    public const int HttpsPort = 443;

    /// <summary>Name or address of the device.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65,535; default 80, with https 443.</summary>
    public required int Port { get; init; }

    /// <summary>Whether to speak TLS; default no.</summary>
    public bool Https { get; init; }

    /// <summary>With https: SHA-256 of the device's own certificate, 64 hex digits; null trusts the authorities of the system.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>User of the device, printable ASCII without colon; null sends no credentials.</summary>
    public string? User { get; init; }

    /// <summary>Password of that user.</summary>
    public Secret? Password { get; init; }

    /// <summary>Longest wait for an answer, 1 s to 60 s; default 10 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <param name="pathAndQuery">Begins with a slash; sent as it is.</param>
    public HttpPullRequest Request(string pathAndQuery)
    {
        string host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        var url = new Uri(FormattableString.Invariant($"{(Https ? "https" : "http")}://{host}:{Port}{pathAndQuery}"));
        return new HttpPullRequest(url, User, Password, ConnectTimeout, CertificateSha256);
    }
}
