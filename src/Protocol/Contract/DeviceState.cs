namespace EdgeGateway.Protocol.Contract;

/// <summary>The retained state of one device (contract section 4).</summary>
public sealed record DeviceState
{
    /// <summary>Device id.</summary>
    public required string Device { get; init; }

    /// <summary>Name of the driver.</summary>
    public required string Driver { get; init; }

    /// <summary><c>online</c>, <c>offline</c>, <c>unknown</c>, <c>refused</c>, <c>misconfigured</c> or <c>quarantined</c>.</summary>
    public required string Word { get; init; }

    /// <summary>Since when the word holds.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When anything came from it.</summary>
    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>When its last reading was received.</summary>
    public DateTimeOffset? LastReading { get; init; }

    /// <summary>Readings since the process started.</summary>
    public required long Readings { get; init; }

    /// <summary>Repeats of the device's own that got no number, since the process started.</summary>
    public required long Duplicates { get; init; }

    /// <summary>The device's clock against the gateway's as estimated now, in milliseconds.</summary>
    public long? ClockOffsetMs { get; init; }

    /// <summary>What is wrong, for a person; null when nothing is.</summary>
    public string? Why { get; init; }

    /// <summary>Faults survived, by kind and reason.</summary>
    public IReadOnlyDictionary<string, long>? Faults { get; init; }
}
