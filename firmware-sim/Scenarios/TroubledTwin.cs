using EdgeGateway.Sim.Twins;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>A device and the handle by which a scenario troubles it.</summary>
public readonly record struct TroubledTwin(ITwin Twin, IDeviceTrouble Trouble);
