namespace EdgeGateway.Sim.Parcels;

/// <summary>What somebody says of a parcel.</summary>
public enum ParcelVerdict
{
    Clear,

    Alarm,

    /// <summary>It was looked at and nothing can be said.</summary>
    Unknown,

    /// <summary>The scan was broken off.</summary>
    Aborted,
}
