namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>What a receiver does.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">How it talks.</param>
/// <param name="Seed">Same seed, same faults.</param>
/// <param name="Start">Not before.</param>
/// <param name="End">Not after.</param>
/// <param name="Count">Most fixes that somebody heard.</param>
public sealed record NmeaPlan(string Device, NmeaProfile Profile, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count);
