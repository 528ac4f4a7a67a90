namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>What a robot does.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">What it is.</param>
/// <param name="Start">Its troubles are counted from here on.</param>
/// <param name="End">It leaves in order here.</param>
/// <param name="Count">Most states.</param>
public sealed record RobotPlan(string Device, RobotProfile Profile, DateTimeOffset Start, DateTimeOffset End, long Count);
