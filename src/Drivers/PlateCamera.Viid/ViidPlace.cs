using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>What the gateway knows of a camera that the camera itself may not say.</summary>
public sealed record ViidPlace
{
    /// <summary>Device id from the configuration.</summary>
    public required string Device { get; init; }

    /// <summary>The camera's 20 digits, or null where nobody knows them.</summary>
    public string? DeviceId { get; init; }

    /// <summary>Zone of the camera's civil times; default +08:00.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    /// <summary>VIID heading of the traffic that this camera sees, for cameras that do not say; default 9, unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>How the camera counts directions.</summary>
    public ViidHeadings Headings { get; init; } = ViidHeadings.Standard;

    /// <summary>Checkpoint identifier, 20 digits; null takes what the camera says.</summary>
    public string? CheckpointId { get; init; }

    /// <summary>Makes an id where the camera's own is no good.</summary>
    public required ViidIdGenerator Ids { get; init; }
}

/// <summary>Tables of Direction (plate-camera.md section 2.8).</summary>
public enum ViidHeadings
{
    /// <summary>One digit, 1 W-E to 9 other.</summary>
    Standard,

    /// <summary>Two digits of an older regional profile, which has east and west the other way round: 01 E-W.</summary>
    Regional,
}
