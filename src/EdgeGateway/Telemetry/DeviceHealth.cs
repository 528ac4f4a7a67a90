using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Telemetry;

/// <summary>What is known of one device at one moment (contract section 4).</summary>
public sealed record DeviceHealth
{
    public required string Device { get; init; }

    public required string Driver { get; init; }

    public required DeviceWord Word { get; init; }

    /// <summary>Since when the word holds.</summary>
    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? LastHeard { get; init; }

    public DateTimeOffset? LastReading { get; init; }

    public long Readings { get; init; }

    public long Duplicates { get; init; }

    /// <summary>The device's clock against ours as estimated now, in milliseconds; null while nothing tells it.</summary>
    public long? ClockOffsetMs { get; init; }

    /// <summary>Why the word is not <c>online</c>, for a person.</summary>
    public string? Why { get; init; }

    /// <summary>Faults survived so far, by kind and reason such as <c>Garbled/xml-repaired</c>.</summary>
    public IReadOnlyDictionary<string, long> Faults { get; init; } = new Dictionary<string, long>();

    /// <summary>The key of <see cref="Faults"/>.</summary>
    public static string FaultKey(FaultKind kind, string reason) => $"{kind}/{reason}";
}

/// <summary>One word for a device, closed set of contract section 4.</summary>
public enum DeviceWord
{
    /// <summary>No proof either way.</summary>
    Unknown,

    /// <summary>Seen within its limit.</summary>
    Online,

    /// <summary>The link is known to be down.</summary>
    Offline,

    /// <summary>It rejects us.</summary>
    Refused,

    /// <summary>Our settings are wrong.</summary>
    Misconfigured,

    /// <summary>Kept apart after repeated failure.</summary>
    Quarantined,
}
