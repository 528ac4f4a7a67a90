using EdgeGateway.Sim.Cabinets;

namespace EdgeGateway.Sim.Twins.Cabinet.Linux;

/// <summary>What happens to a cabinet, and when.</summary>
public sealed record CabinetProfile
{
    public IReadOnlyList<CabinetEvent> Events { get; init; } = [];

    /// <summary>How often the temperature moves a little, 50 ms or more.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>What stands so long no gateway misses, whatever happens to it; default 20 s.</summary>
    public TimeSpan Noticed { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>When the site takes an open door for an alarm; null: nothing of doors is promised.</summary>
    public NightSpan? Night { get; init; }
}

/// <param name="After">From the beginning.</param>
/// <param name="What">What changes.</param>
/// <param name="Value">Degrees, turns a minute, percent; 1 and 0 for open and closed, there and away.</param>
public sealed record CabinetEvent(TimeSpan After, CabinetThing What, double Value);

/// <summary>What can change in a cabinet.</summary>
public enum CabinetThing
{
    Temperature,
    Fan,
    Door,
    Lid,

    /// <summary>With the battery, which then discharges or charges.</summary>
    Mains,

    /// <summary>Its charge.</summary>
    Battery,

    /// <summary>Whether the chip is there; it comes back under another number.</summary>
    Chip,
}
