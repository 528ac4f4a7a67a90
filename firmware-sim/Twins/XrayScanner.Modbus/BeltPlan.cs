using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.XrayScanner.Modbus;

/// <summary>What a belt controller does.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">What it is.</param>
/// <param name="Seed">Same seed, same parcels and faults.</param>
/// <param name="Start">Its first parcels come from here on.</param>
/// <param name="End">No parcel begins from here on.</param>
/// <param name="Count">Most parcels.</param>
/// <param name="Ledger">Where it notes what it told.</param>
public sealed record BeltPlan(string Device, BeltProfile Profile, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count, ITruthLedger Ledger);
