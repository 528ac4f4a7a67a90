namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>Who opens the connection.</summary>
public enum HikvisionDirection
{
    /// <summary>The gateway asks for alertStream (plate-camera.md section 3.1).</summary>
    Pull,

    /// <summary>The camera posts to the device inbox, "HTTP listening" in its menu (section 3.2).</summary>
    Push,
}
