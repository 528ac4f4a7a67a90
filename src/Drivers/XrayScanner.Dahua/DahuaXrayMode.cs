namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>Which of the scanner's streams is attached to (xray.md section 2.2).</summary>
public enum DahuaXrayMode
{
    /// <summary>eventManager: events without pictures.</summary>
    Events,

    /// <summary>snapManager: events with their pictures.</summary>
    Snap,
}
