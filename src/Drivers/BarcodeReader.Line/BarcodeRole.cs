namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>Where a bar code reader stands, which is what a scan there means.</summary>
public enum BarcodeRole
{
    /// <summary>At the scanner's tunnel: the parcel goes through.</summary>
    Tunnel,

    /// <summary>At the counter where parcels are accepted.</summary>
    Acceptance,

    /// <summary>At the desk where parcels are opened.</summary>
    Opening,
}
