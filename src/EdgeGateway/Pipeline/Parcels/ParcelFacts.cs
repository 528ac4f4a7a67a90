using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>What an hour's rates need of one record.</summary>
/// <param name="Began">When the gateway had its first part.</param>
/// <param name="Last">When it had the last one.</param>
/// <param name="Counts">False for training images and for scans that were no operation.</param>
internal readonly record struct ParcelFacts(
    DateTimeOffset Began, DateTimeOffset Last, bool Counts, bool Screened, bool Opened, bool RealName, bool Alarm, bool Unreadable)
{
    private const string Operational = "OPERATIONAL";

    public static ParcelFacts Of(ToldParcel parcel, MergedParcel merged)
    {
        var (body, verdict) = merged;
        return new(
            parcel.Parts.Min(static part => part.Received),
            parcel.Parts.Max(static part => part.Received),
            body.Tip != true && body.Scan?.Type is null or Operational,
            body.Duties?.Screened == true,
            body.Duties?.Opened == true,
            body.Duties?.RealName == true,
            body.Result == ParcelWords.Alarm || body.MachineResult == ParcelWords.Alarm,
            verdict.IsUnreadable);
    }
}
