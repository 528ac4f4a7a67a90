namespace EdgeGateway.Sim.Kiosks;

/// <summary>Which machine, and what happens there. Two devices with the same machine, day, seed, start and count live the same day.</summary>
/// <param name="Device">Id in the gateway's configuration.</param>
/// <param name="Machine">Name of the kiosk itself.</param>
/// <param name="Day">How its day goes.</param>
/// <param name="Seed">Of the run.</param>
/// <param name="Start">Nothing happens before.</param>
/// <param name="End">Nothing new happens from here on.</param>
/// <param name="Count">Most customers.</param>
public sealed record KioskPlan(string Device, string Machine, KioskDayProfile Day, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count);
