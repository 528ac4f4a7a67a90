using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>A belt controller with the map of xray.md section 3.3, and what it gets wrong. The defaults are a good one.</summary>
public sealed record BeltProfile
{
    /// <summary>Modbus address, 1 to 247.</summary>
    public byte Unit { get; init; } = 1;

    /// <summary>As the gateway's settings name it; part of the identifiers in the ledger.</summary>
    public string Name { get; init; } = "belt";

    /// <summary>Devices of one line see the same parcels; empty: a line of its own.</summary>
    public string Line { get; init; } = "";

    /// <summary>Parcels a second.</summary>
    public double Rate { get; init; } = 0.5;

    public ParcelMix Mix { get; init; } = new();

    /// <summary>A parcel stands in the registers for at least so long, as the belt has its length.</summary>
    public TimeSpan Hold { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>What the counter stood at before the first parcel.</summary>
    public uint FirstCount { get; init; }

    /// <summary>From a belt command to the belt.</summary>
    public TimeSpan BeltTakes { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>What a slow answer takes.</summary>
    public TimeSpan SlowBy { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>What a late answer takes.</summary>
    public TimeSpan LateBy { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Restarts with all counters at zero every so many parcels; 0: never.</summary>
    public int RestartEvery { get; init; }

    /// <summary>Share of all answers, 0 to 1 each.</summary>
    public IReadOnlyDictionary<BeltFault, double> Faults { get; init; } = new Dictionary<BeltFault, double>();
}
