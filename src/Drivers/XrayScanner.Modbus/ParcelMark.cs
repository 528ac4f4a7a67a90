namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>How far the parcels of one unit are told.</summary>
/// <param name="Generation">Grows by one whenever the counter begins anew, so that number 7 of today is not taken for number 7 of yesterday.</param>
/// <param name="Last">Number of the last parcel that was told.</param>
/// <param name="Operator">What the operator's register said last; -1 when it was never read.</param>
/// <param name="Decisions">How many decisions of the operator were told of the last parcel.</param>
/// <param name="Label">Digest of the last label that was seen; null when there was none.</param>
/// <param name="Repeated">The same of the last parcel that was told, when its label was that of the one before; else null.</param>
public readonly record struct ParcelMark(long Generation, long Last, int Operator = -1, int Decisions = 0, string? Label = null, string? Repeated = null);
