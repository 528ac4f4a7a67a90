namespace EdgeGateway.EndToEnd.Support;

/// <summary>How a test wants its broker.</summary>
public sealed record MosquittoOptions
{
    /// <summary>
    /// For counting: says little, and drops nothing for a subscriber that is slower than the drain of a backlog
    /// (its default of 1,000 queued messages was measured to drop acknowledged ones, brokers.md section 1).
    /// </summary>
    public static readonly MosquittoOptions ForLedger = new() { Quiet = true, More = ["max_queued_messages 1000000"] };

    /// <summary>The same, sending each message at once: by default mosquitto lets TCP hold small ones back until the subscriber's delayed acknowledgement.</summary>
    public static readonly MosquittoOptions ForLatency = ForLedger with { More = [.. ForLedger.More, "set_tcp_nodelay true"] };

    /// <summary>Logs warnings only.</summary>
    public bool Quiet { get; init; }

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
