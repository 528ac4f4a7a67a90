namespace EdgeGateway.Pipeline.Parcels;

/// <summary>When the platform is told.</summary>
internal enum Telling
{
    /// <summary>When more is known, or when its time is up.</summary>
    NotYet,

    /// <summary>Within a second, together with what else comes.</summary>
    Soon,

    Now,
}
