namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>What the gateway knows of a camera that the camera itself may not say.</summary>
public sealed record HikvisionPlace
{
    /// <summary>Device id from the configuration.</summary>
    public required string Device { get; init; }

    /// <summary>Zone to assume where a time names none; default +08:00.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    /// <summary>VIID heading of the traffic that this camera sees, for cameras that do not say; default 9, unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>Checkpoint identifier, 20 digits, or null.</summary>
    public string? CheckpointId { get; init; }
}
