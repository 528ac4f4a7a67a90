namespace EdgeGateway.Store.Parcels;

/// <summary>A change of the kept parcels that is in one commit, whole or not at all.</summary>
/// <param name="Put">The record as it is now.</param>
/// <param name="Drop">Numbers of records that went over into it; null for none.</param>
public sealed record ParcelChange(ParcelRow Put, IReadOnlyList<long>? Drop = null);
