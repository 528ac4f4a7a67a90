namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What is known of one radio's presence.</summary>
/// <param name="Radio">Its 24-bit address.</param>
public sealed record PresenceRecord(int Radio)
{
    /// <summary>One of <see cref="PresenceStates"/>; null while nobody said anything about it.</summary>
    public string? State { get; init; }

    /// <summary>What says so, one of <see cref="PresenceStates"/>' sources.</summary>
    public string From { get; init; } = PresenceStates.Registration;

    /// <summary>When this was first said, by the wall clock.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>When it was last said, by a clock that nobody can set.</summary>
    public TimeSpan SaidAt { get; init; }

    /// <summary>When silence ends it, grace included, by a clock that nobody can set; null when nothing is registered.</summary>
    public TimeSpan? Deadline { get; init; }

    /// <summary>The same by the wall clock, for people.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When anything came from it.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Slot of the repeater that it was last heard on.</summary>
    public int? Slot { get; init; }

    /// <summary>Device, a link of the gateway, that heard it last.</summary>
    public required string Via { get; init; }

    /// <summary>Status checks that were not answered since it fell silent.</summary>
    public int FailedChecks { get; init; }

    /// <summary>When it may be asked again, by a clock that nobody can set; null when it is not to be asked.</summary>
    public TimeSpan? NextCheck { get; init; }

    /// <summary>Grows with everything that was said about it; a copy of a message meets the version that the first copy met.</summary>
    public long Version { get; init; }
}

/// <summary>Words of <see cref="Protocol.Model.Radio.RadioPresenceBody"/>.</summary>
public static class PresenceStates
{
    public const string Online = "online";
    public const string Unknown = "unknown";
    public const string Offline = "offline";
    public const string Unreachable = "unreachable";

    public const string Registration = "registration";
    public const string Deregistration = "deregistration";
    public const string Poll = "poll";
    public const string Silence = "silence";
    public const string Delivery = "delivery";
}
