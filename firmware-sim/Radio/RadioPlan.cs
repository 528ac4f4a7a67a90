using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Radio;

/// <summary>What one link and its radios do in one run.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">How they behave.</param>
/// <param name="Seed">Same seed, same words and tracks.</param>
/// <param name="Start">True time of the beginning.</param>
/// <param name="End">Nobody tells anything new from here on.</param>
/// <param name="Count">Most messages told by themselves.</param>
public sealed record RadioPlan(string Device, RadioProfile Profile, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count)
{
    public required ITruthLedger Ledger { get; init; }

    public required TimeProvider Time { get; init; }

    public required DeviceTrouble Trouble { get; init; }

    /// <summary>The other links of the run.</summary>
    public RadioAir Air { get; init; } = new();

    /// <summary>True where the link tells slots apart.</summary>
    public bool Slots { get; init; }
}
