namespace EdgeGateway.Sim.Sensors;

/// <summary>What a sensor does.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">What it is.</param>
/// <param name="Seed">Same seed and same start, same messages.</param>
/// <param name="Start">Of its day.</param>
/// <param name="End">It says nothing new from here on.</param>
/// <param name="Count">Most messages.</param>
public sealed record SensorPlan(string Device, SensorProfile Profile, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count);
