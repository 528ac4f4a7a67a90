using EdgeGateway.Drivers.Transport;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>Settings of one kiosk whose parts are XFS4IoT services (kiosk.md section 1).</summary>
public sealed record Xfs4IotOptions
{
    /// <summary>Most services of one kiosk.</summary>
    public const int MostServices = 64;

    /// <summary>Name or address of the kiosk.</summary>
    public required string Host { get; init; }

    /// <summary>Port of the publisher, 1 to 65535; null looks at all 13 of the standard.</summary>
    public int? Port { get; init; }

    /// <summary>Null: ws; else wss, and no service without it is dialled.</summary>
    public TlsSettings? Tls { get; init; }

    /// <summary>What the publisher compares with the Host header, with or without a port; null: <see cref="Host"/>.</summary>
    public string? HostHeader { get; init; }

    /// <summary>Other hosts on which services may sit; every other address is looked for at <see cref="Host"/>. At most 8.</summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>Services that the kiosk must have, at most 64; none: whatever it has.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    /// <summary>Services to leave alone, at most 64.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>How often a status is asked for, 10 s to 1 h; default 60 s.</summary>
    public TimeSpan StatusEvery { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How often a storage is asked for, 10 s to 24 h; default 5 min.</summary>
    public TimeSpan StorageEvery { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>A link on which nothing at all comes is dead, 10 s to 1 h; default 75 s.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>A status that is older is not believed any more, 20 s to 2 h, more than <see cref="StatusEvery"/>; default 90 s.</summary>
    public TimeSpan StatusSilence { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>For one answer of a port, 500 ms to 30 s; default 2 s.</summary>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest wait before a lost service is dialled again, 1 s to 10 min; default 60 s.</summary>
    public TimeSpan BackoffMost { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two readings <c>kiosk.state</c> when nothing changes, 10 s to 1 h; default 5 min.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the publisher is asked again what services there are, 1 min to 24 h; default 10 min.</summary>
    public TimeSpan SearchEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the settings say that a service is not to be watched.</summary>
    internal bool LeavesAlone(string service) =>
        Ignore.Contains(service, StringComparer.OrdinalIgnoreCase) || (Services.Count > 0 && !Services.Contains(service, StringComparer.OrdinalIgnoreCase));

    /// <summary>What was said to whom and when, known over reconnects.</summary>
    internal MannersBook Manners { get; } = new();
}
