namespace EdgeGateway.Protocol.Model;

/// <summary>Why numbers are missing (contract section 2, Gap).</summary>
public static class GapCauses
{
    /// <summary>Dropped by the rules of retention.</summary>
    public const string Retention = "retention";

    /// <summary>Dropped because the disk had no room.</summary>
    public const string DiskFull = "disk-full";

    /// <summary>A file that was kept until somebody asks for it; nobody did before its room was needed.</summary>
    public const string Unasked = "unasked";

    /// <summary>Could not be read any more.</summary>
    public const string Damage = "damage";

    /// <summary>The broker or the platform refuses it.</summary>
    public const string Refused = "refused";

    /// <summary>Kept, but cannot be delivered as it is.</summary>
    public const string Parked = "parked";
}
