namespace EdgeGateway.Pipeline.Parcels;

/// <summary>How sure it is that a statement belongs to a parcel.</summary>
internal enum BeltSurety
{
    /// <summary>The best that is there; a better one may still come.</summary>
    Best,

    /// <summary>None that is still to come can be nearer, but its neighbours may still find theirs by label.</summary>
    Settled,

    /// <summary>It is counted off on both sides.</summary>
    Sure,
}
