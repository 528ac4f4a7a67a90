namespace EdgeGateway.Sim.Twins.BarcodeReader.Line;

/// <summary>What a bar code reader does.</summary>
/// <param name="Device">Device id.</param>
/// <param name="Profile">How it talks.</param>
/// <param name="Seed">Same seed, same parcels and faults.</param>
/// <param name="Start">Its first parcels come from here on.</param>
/// <param name="End">No parcel begins from here on.</param>
/// <param name="Count">Most parcels.</param>
public sealed record BarcodePlan(string Device, BarcodeProfile Profile, ulong Seed, DateTimeOffset Start, DateTimeOffset End, long Count);
