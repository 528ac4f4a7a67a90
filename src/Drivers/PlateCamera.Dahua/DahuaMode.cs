namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>Which of the camera's ways is used (plate-camera.md sections 4.1 and 4.2).</summary>
public enum DahuaMode
{
    /// <summary>The gateway attaches to snapManager: events with their pictures.</summary>
    Snap,

    /// <summary>The gateway attaches to eventManager: events without pictures.</summary>
    Events,

    /// <summary>The camera posts to the device inbox, ITSAPI in its menu.</summary>
    Push,
}

/// <summary>On which scale a camera writes confidence.</summary>
public enum DahuaConfidence
{
    /// <summary>0 to 100, and a value above that as 0 to 255.</summary>
    Auto,

    /// <summary>0 to 100.</summary>
    Percent,

    /// <summary>0 to 255.</summary>
    Byte,
}
