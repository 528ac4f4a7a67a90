namespace EdgeGateway.EndToEnd.Support;

/// <summary>How a test wants its broker.</summary>
public sealed record MosquittoOptions
{
    /// <summary>Sessions and retained messages survive an orderly stop.</summary>
    public bool Persistence { get; init; }

    public TestCertificates? Tls { get; init; }

    /// <summary>Clients must show a certificate of the same authority.</summary>
    public bool RequireCertificate { get; init; }

    /// <summary>User and password; null lets everybody in.</summary>
    public (string User, string Password)? Login { get; init; }

    /// <summary>More lines of mosquitto.conf.</summary>
    public IReadOnlyList<string> More { get; init; } = [];
}
