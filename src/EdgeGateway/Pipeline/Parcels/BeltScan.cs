namespace EdgeGateway.Pipeline.Parcels;

/// <summary>One scanned parcel on the belt.</summary>
/// <param name="Began">When its scan began; null where the scanner does not say so.</param>
/// <param name="Scanned">What other devices' times are held against: the first that the scanner said of it, usually its decision.</param>
/// <param name="Received">When the gateway had the first part of the scan, by its own clock.</param>
/// <param name="Parcel">Its record.</param>
internal sealed record BeltScan(DateTimeOffset? Began, DateTimeOffset Scanned, DateTimeOffset Received, KeptParcel Parcel)
{
    /// <summary>What is known when a further part of the same scan is there: the person's word and the picture come later than the decision, and may be read before it.</summary>
    public BeltScan With(BeltScan other) => this with
    {
        Began = Began is null || other.Began < Began ? other.Began ?? Began : Began,
        Scanned = Scanned < other.Scanned ? Scanned : other.Scanned,
    };

    /// <summary>Whether another one lies before it on the belt: a computer may decide the later scan first, so the begin counts where both say it.</summary>
    public bool IsBehind(BeltScan other) => Began is { } began && other.Began is { } before && began != before ? before < began : other.Scanned <= Scanned;
}
