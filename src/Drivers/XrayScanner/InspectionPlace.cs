namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What the configuration and the driver say of a scanner.</summary>
public sealed record InspectionPlace
{
    public required string Device { get; init; }

    public required string Driver { get; init; }

    /// <summary>As in <see cref="Protocol.Model.Parcels.ParcelInspectionBody.Origin"/>.</summary>
    public required string Origin { get; init; }

    public required string Vendor { get; init; }

    /// <summary>Assumed where a time names no zone.</summary>
    public required TimeSpan Zone { get; init; }

    /// <summary>The vendor's public class codes, null where there are none: code to category.</summary>
    public Func<int, string>? VendorCategory { get; init; }
}
