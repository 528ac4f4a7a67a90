using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>Settings of one GA/T 1400 view library.</summary>
public sealed record ViidLibraryOptions
{
    /// <summary>Which side; required.</summary>
    public ViidLibraryRole Role { get; init; }

    /// <summary>Code of the library, 20 digits: what it calls itself in User-Identify and when it registers.</summary>
    public string LibraryId { get; init; } = string.Empty;

    /// <summary>Our own code, 20 digits: what we call ourselves.</summary>
    public string DeviceId { get; init; } = string.Empty;

    /// <summary>Name or address of the library.</summary>
    public string Host { get; init; } = string.Empty;

    /// <summary>1 to 65,535; default 80, with https 443.</summary>
    public int Port { get; init; } = 80;

    /// <summary>Whether to speak TLS to the library; default no.</summary>
    public bool Https { get; init; }

    /// <summary>With https: SHA-256 of the library's own certificate, 64 hex digits; null trusts the authorities of the system.</summary>
    public string? CertificateSha256 { get; init; }

    /// <summary>Our login at the library; default <see cref="DeviceId"/> (plate-camera.md section 2.2).</summary>
    public string? User { get; init; }

    /// <summary>Its password; null answers no challenge.</summary>
    public Secret? Password { get; init; }

    /// <summary>The library's login at our inbox; default <see cref="LibraryId"/>.</summary>
    public string? LibraryUser { get; init; }

    /// <summary>Its password; required, for what a library says decides what is looked for and what is evidence.</summary>
    public Secret? LibraryPassword { get; init; }

    /// <summary>Longest wait for an answer, 1 s to 60 s; default 10 s.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Upper: between two Keepalives, 10 s to 300 s; default 60 s. Lower: the longest the library leaves between its own, default 90 s.</summary>
    public TimeSpan Keepalive { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Upper: codes of our checkpoints, 20 digits each; dispositions for others are refused.</summary>
    public IReadOnlyList<string> Tollgates { get; init; } = [];

    /// <summary>Upper: administrative division we stand in, 6 digits; null takes the first six digits of <see cref="DeviceId"/>.</summary>
    public string? Area { get; init; }

    /// <summary>Upper: organisation in the ids of our notifications, 12 digits; null takes the first twelve of <see cref="DeviceId"/>.</summary>
    public string? Organisation { get; init; }

    /// <summary>Upper: hosts besides <see cref="Host"/> to which notifications may go, each <c>name</c> or <c>name:port</c>.</summary>
    public IReadOnlyList<string> NotifyHosts { get; init; } = [];

    /// <summary>
    /// Upper: true takes dispositions on the word of User-Identify alone, for libraries that know no more; only from
    /// <see cref="Host"/>, which must then be an IP address. Default false.
    /// </summary>
    public bool TrustIdentify { get; init; }

    /// <summary>Whether what follows the library's Register must come from the same address; default true. False for a library of several machines.</summary>
    public bool SameAddress { get; init; } = true;

    /// <summary>Lower: our inbox as the library reaches it, for example <c>http://192.0.2.1:8080</c>.</summary>
    public Uri? GatewayUrl { get; init; }

    /// <summary>Lower: how long one subscription lasts, 10 min to 30 d; default 1 d. It is renewed after three quarters.</summary>
    public TimeSpan Subscription { get; init; } = TimeSpan.FromDays(1);

    public string Login => User ?? DeviceId;

    public string Division => Area ?? DeviceId[..6];

    public string OrganisationCode => Organisation ?? DeviceId[..12];

    public Uri Address(string path) => new($"{(Https ? "https" : "http")}://{(Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host)}:{Port}{path}");
}
