namespace EdgeGateway.Store;

/// <summary>The store in figures.</summary>
public sealed record StoreStatus
{
    /// <summary>Eight lower-case hex digits.</summary>
    public required string Epoch { get; init; }

    /// <summary>Last number given; 0 in a new store.</summary>
    public required long SeqHead { get; init; }

    /// <summary>Epochs of which readings may be here, oldest first; the last one goes on.</summary>
    public required IReadOnlyList<StoreEpoch> Epochs { get; init; }

    /// <summary>Readings that wait, by lane: alarm, event, telemetry.</summary>
    public required IReadOnlyList<long> Waiting { get; init; }

    /// <summary>Bytes of these readings, by lane.</summary>
    public IReadOnlyList<long> Bytes { get; init; } = [0, 0, 0];

    public required long Parked { get; init; }

    /// <summary>Bytes of parked readings.</summary>
    public long ParkedBytes { get; init; }

    /// <summary>Files that wait for delivery, and their bytes.</summary>
    public required long MediaWaiting { get; init; }

    public required long MediaBytes { get; init; }

    /// <summary>Files besides these that nobody asked for, and their bytes: kept until somebody does, and the first to go.</summary>
    public long MediaKept { get; init; }

    public long MediaKeptBytes { get; init; }

    /// <summary>Files that a start found gone from disk before they were delivered, since the store was made.</summary>
    public long MediaMissing { get; init; }

    /// <summary>Null until the store has run for a minute.</summary>
    public StoreForecast? Forecast { get; init; }

    /// <summary>Records of parcels that are open, and all that are kept. Counted for a look into the store, 0 otherwise.</summary>
    public (long Open, long All) Parcels { get; init; }

    /// <summary>When the oldest reading that waits was received; null when none waits.</summary>
    public DateTimeOffset? Oldest { get; init; }
}
