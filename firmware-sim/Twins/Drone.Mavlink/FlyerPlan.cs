namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What the vehicles of a link do.</summary>
/// <param name="Device">Device id: of the link.</param>
/// <param name="Profile">How they are.</param>
/// <param name="Seed">Same seed, same faults.</param>
/// <param name="Start">Not before.</param>
/// <param name="End">Not after.</param>
/// <param name="Count">Most positions of each vehicle.</param>
public sealed record FlyerPlan(string Device, FlyerProfile Profile, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count);
