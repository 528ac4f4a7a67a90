using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Viid;

/// <summary>One vehicle in the words of one device.</summary>
/// <param name="Passage">What passed.</param>
/// <param name="Id">MotorVehicleID as it is written.</param>
/// <param name="Json">The MotorVehicleObject.</param>
/// <param name="Truth">What a gateway must have understood when it has accepted it.</param>
public sealed record ViidStatement(Passage Passage, string Id, string Json, TruthLine Truth);
