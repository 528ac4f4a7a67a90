namespace EdgeGateway.Configuration;

/// <summary>One entry of <c>inspection.stations</c>: one belt, and the devices that see the parcels on it.</summary>
public sealed record StationSettings
{
    /// <summary>The platform's code of the outlet or checkpoint; fits <c>NameRule</c>.</summary>
    public required string Code { get; init; }

    /// <summary>For people.</summary>
    public string? Name { get; init; }

    /// <summary>Devices that scan.</summary>
    public IReadOnlyList<string> Scanners { get; init; } = [];

    /// <summary>Bar code readers.</summary>
    public IReadOnlyList<string> Barcodes { get; init; } = [];

    /// <summary>Controllers of belt and generator.</summary>
    public IReadOnlyList<string> Plcs { get; init; } = [];

    /// <summary>Where people open parcels or check names.</summary>
    public IReadOnlyList<string> Desks { get; init; } = [];

    /// <summary>How far apart two statements with the same bar code may be and still mean one parcel, 1 s to 1 h, default 60 s.</summary>
    public TimeSpan JoinWithin { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a statement that only its time can place waits for a parcel that fits better, 0.1 s to 60 s, default 5 s.</summary>
    public TimeSpan SettleAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After so long without a further statement a record is final, 1 s to 1 h, default 90 s.</summary>
    public TimeSpan FinalAfter { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>How long late statements still find a final record, 1 h to 30 d, default 24 h.</summary>
    public TimeSpan ClosedKept { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Final records kept at the most, 100 to 200,000, default 20,000; those of an hour that is not told yet stay.</summary>
    public int ClosedMost { get; init; } = 20_000;

    /// <summary>Open records at the most, 16 to 65,536, default 4,096; beyond, the oldest becomes final with the flag <c>CROWDED</c>.</summary>
    public int OpenMost { get; init; } = 4_096;

    /// <summary>What makes a record complete; default is what the devices listed can tell.</summary>
    public IReadOnlyList<PartWord> Expects { get; init; } = [];

    /// <summary>Where on the belt a device sees a parcel, by device id.</summary>
    public IReadOnlyDictionary<string, BeltTiming> Timing { get; init; } = new Dictionary<string, BeltTiming>();

    public BeltTiming TimingOf(string device) => Timing.GetValueOrDefault(device) ?? BeltTiming.Unmeasured;
}
