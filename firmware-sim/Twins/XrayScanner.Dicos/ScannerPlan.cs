namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>What a scanner does in one run.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">How it works.</param>
/// <param name="Line">Devices on the same line, with the same rate and mix, tell of the same parcels.</param>
/// <param name="Rate">Parcels a second, above 0.</param>
/// <param name="Seed">Seed of the run.</param>
/// <param name="Start">True time of the beginning.</param>
/// <param name="End">No parcel begins from here on.</param>
/// <param name="Count">Most parcels.</param>
public sealed record ScannerPlan(string Device, ScannerProfile Profile, string Line, double Rate, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count);
