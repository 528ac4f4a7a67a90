using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Configuration;

/// <summary>Section <c>uplink</c>: the way to the platform.</summary>
public sealed record UplinkSettings
{
    /// <summary>First levels of every topic, default <c>edge/v1</c>; neither wildcards nor empty levels.</summary>
    public string Root { get; init; } = Topics.DefaultRoot;

    /// <summary>At least one; the first that answers is used, earlier ones are preferred.</summary>
    public required IReadOnlyList<BrokerSettings> Brokers { get; init; }

    /// <summary>Whether pictures go up by themselves or when the platform asks for them; default all.</summary>
    public MediaMode Pictures { get; init; } = MediaMode.All;

    /// <summary>How a backlog travels.</summary>
    public BackfillSettings Backfill { get; init; } = new();

    /// <summary>How long a preferred broker must have been well before we return to it, 1 s to 1 d, default 2 min.</summary>
    public TimeSpan ReturnAfter { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>What a broker took and no receipt of the platform covers for so long is sent again; 1 s to 1 h, default 60 s, longer each time.</summary>
    public TimeSpan ReceiptPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>5 s to 1 h, default 60 s; the broker may shorten it.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most publishes without an answer, 1 to 1,024, default 64; the broker's Receive Maximum may be smaller.</summary>
    public int Window { get; init; } = 64;

    /// <summary>Whose word lets a reading be forgotten; default <see cref="ConfirmChoice.Auto"/>.</summary>
    public ConfirmChoice Confirm { get; init; }

    /// <summary>How often completeness is stated.</summary>
    public ManifestSettings Manifest { get; init; } = new();

    /// <summary>From dial to CONNACK, 1 s to 5 min, default 15 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the broker keeps our subscriptions while we are away, 0 to 30 d, default 1 d; MQTT 5 only.</summary>
    public TimeSpan SessionExpiry { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Longest random wait before the first connect, 0 to 10 min, default 0: set it where many gateways get their power back together.</summary>
    public TimeSpan StartDelay { get; init; } = TimeSpan.Zero;

    /// <summary>First bound of the full-jitter back-off, 100 ms to 1 min, default 1 s.</summary>
    public TimeSpan BackoffLeast { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Last bound of the full-jitter back-off, 1 s to 1 h, default 2 min; not below <see cref="BackoffLeast"/>.</summary>
    public TimeSpan BackoffMost { get; init; } = TimeSpan.FromMinutes(2);
}
