using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>What a dock does.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">What it is.</param>
/// <param name="Start">Not before.</param>
/// <param name="End">Nothing new from here on.</param>
/// <param name="Count">Most pictures.</param>
/// <param name="Ledger">Where it notes what it told.</param>
public sealed record DockPlan(string Device, DockProfile Profile, DateTimeOffset Start, DateTimeOffset End, long Count, ITruthLedger Ledger);
