namespace EdgeGateway.Protocol.Contract;

/// <summary>The retained state of one device (contract section 4).</summary>
public sealed record DeviceState
{
    public required string Device { get; init; }

    public required string Driver { get; init; }

    /// <summary><c>online</c>, <c>offline</c>, <c>unknown</c>, <c>refused</c>, <c>misconfigured</c> or <c>quarantined</c>.</summary>
    public required string Word { get; init; }

    public required DateTimeOffset Since { get; init; }

    public DateTimeOffset? LastHeard { get; init; }

    public DateTimeOffset? LastReading { get; init; }

    public required long Readings { get; init; }

    public required long Duplicates { get; init; }

    /// <summary>The device's clock against the gateway's as estimated now, in milliseconds.</summary>
    public long? ClockOffsetMs { get; init; }

    public string? Why { get; init; }

    /// <summary>Faults survived, by kind and reason.</summary>
    public IReadOnlyDictionary<string, long>? Faults { get; init; }
}
