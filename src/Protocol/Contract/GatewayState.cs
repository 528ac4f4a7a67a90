namespace EdgeGateway.Protocol.Contract;

/// <summary>The retained <c>state</c> of a gateway, and its will (contract section 4).</summary>
public sealed record GatewayState
{
    /// <summary>False in the will and after an orderly stop.</summary>
    public required bool Online { get; init; }

    /// <summary><c>starting</c>, <c>ready</c>, <c>degraded</c>, <c>maintenance</c>, <c>lost</c> or <c>stopped</c>.</summary>
    public required string Word { get; init; }

    /// <summary>Grows by one before every CONNECT and never repeats; a late will of an older connection carries a smaller one.</summary>
    public required long Connection { get; init; }

    /// <summary>When this process started.</summary>
    public required DateTimeOffset Boot { get; init; }

    /// <summary>Version of the product.</summary>
    public required string Version { get; init; }

    /// <summary>Epoch in which numbers are given now, eight lower-case hex digits.</summary>
    public string? Epoch { get; init; }

    /// <summary>Last number given.</summary>
    public long? SeqHead { get; init; }

    /// <summary>
    /// All numbers of the epoch up to it were taken by a broker or are no longer owed. It falls back after a restart, and
    /// when readings are to be sent once more.
    /// </summary>
    public long? SeqAcked { get; init; }

    /// <summary>All numbers of the epoch up to it are forgotten or parked: nothing of them waits here.</summary>
    public long? SeqConfirmed { get; init; }

    /// <summary>What was handed to a broker and is still kept.</summary>
    public Unconfirmed? Unconfirmed { get; init; }

    /// <summary>Whose word lets a reading be forgotten: <c>platform</c> or <c>broker</c> (contract section 3).</summary>
    public string? Confirm { get; init; }

    /// <summary>How much waits, by lane.</summary>
    public Backlog? Backlog { get; init; }

    /// <summary>Readings kept on disk that no broker could take (command <c>uplink.replay</c> sends them again); null for none.</summary>
    public long? Parked { get; init; }

    /// <summary>When the oldest reading that waits was received.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>Hours that the disk holds at the present rate if nothing leaves it, from 0; absent when not known.</summary>
    public double? DiskHours { get; init; }

    /// <summary><c>synchronised</c>, <c>holdover</c> or <c>free</c>.</summary>
    public string? Clock { get; init; }

    /// <summary>SHA-256 of the catalogue, 64 hex digits.</summary>
    public string? Catalogue { get; init; }

    /// <summary>SHA-256 of the configuration, 64 hex digits.</summary>
    public string? Configuration { get; init; }

    /// <summary>What was refused or survived and belongs to no device's own conversation, by area and reason, such as <c>inbox/cam-03/wrong-token</c>.</summary>
    public IReadOnlyDictionary<string, long>? Faults { get; init; }

    /// <summary>True when the broker has answered for minutes that nobody subscribes.</summary>
    public bool? NobodyListening { get; init; }
}

/// <summary>What waits, by lane.</summary>
/// <param name="Alarm">Readings.</param>
/// <param name="Event">Readings.</param>
/// <param name="Telemetry">Readings.</param>
/// <param name="Media">Pictures and files.</param>
public sealed record Backlog(long Alarm, long Event, long Telemetry, long Media);

/// <param name="Count">Readings handed to a broker since this process started and not forgotten.</param>
/// <param name="Oldest">When the oldest reading that is kept was received; null when <paramref name="Count"/> is 0.</param>
public sealed record Unconfirmed(long Count, DateTimeOffset? Oldest);
