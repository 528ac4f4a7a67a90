namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What the gateway knows of a camera that the camera itself may not say.</summary>
public sealed record DahuaPlace
{
    /// <summary>Device id from the configuration.</summary>
    public required string Device { get; init; }

    /// <summary>The camera's zone; default +08:00.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    /// <summary>VIID heading of the traffic that this camera sees, for cameras that do not say; default 9, unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>Checkpoint identifier, 20 digits, or null.</summary>
    public string? CheckpointId { get; init; }

    /// <summary>Number of the leftmost lane as the camera counts, 0 or 1; null: 0 on the streams, 1 in a push.</summary>
    public int? LaneBase { get; init; }

    /// <summary>Default <see cref="DahuaConfidence.Auto"/>.</summary>
    public DahuaConfidence Confidence { get; init; } = DahuaConfidence.Auto;

    /// <summary>True when boxes are in pixels of the scene; default false: 0 to 8192 over its width and height.</summary>
    public bool BoxesInPixels { get; init; }
}
