namespace EdgeGateway.Drivers.XrayScanner.Hikvision;

/// <summary>Who opens the connection (xray.md section 2.1).</summary>
public enum HikvisionXrayDirection
{
    /// <summary>The gateway opens alertStream.</summary>
    Pull,

    /// <summary>The scanner posts to the device inbox.</summary>
    Push,
}
