namespace EdgeGateway.Sim.Parcels;

/// <summary>One thing that one device has to tell of a parcel.</summary>
/// <param name="Parcel">Of which.</param>
/// <param name="Part">What.</param>
/// <param name="Due">True time at which it is told.</param>
/// <param name="Number">Of several of the same part, which; from 0.</param>
public sealed record ParcelStatement(ParcelPlan Parcel, ParcelPart Part, DateTimeOffset Due, int Number = 0);
