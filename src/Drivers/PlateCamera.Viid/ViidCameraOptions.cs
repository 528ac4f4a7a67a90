using EdgeGateway.Drivers.Viid;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>Settings of one camera that registers here and posts (plate-camera.md section 2).</summary>
public sealed record ViidCameraOptions
{
    /// <summary>Who it is and how it proves it.</summary>
    public required ViidLogin Login { get; init; }

    /// <summary>20 digits by which the gateway names itself in SystemTimeObject; empty when it has none.</summary>
    public string ServerId { get; init; } = string.Empty;

    /// <summary>Where implementations disagree: how this camera wants to be answered.</summary>
    public ViidDialect Dialect { get; init; } = ViidDialect.Standard;

    /// <summary>What it is told when it sends people; nothing of them is kept either way.</summary>
    public ViidPeople People { get; init; } = ViidPeople.Refuse;

    /// <summary>VIID heading of the traffic this camera sees, 1 to 9; default 9, unknown.</summary>
    public int Heading { get; init; } = 9;

    /// <summary>Table of Direction that this camera uses.</summary>
    public ViidHeadings Headings { get; init; } = ViidHeadings.Standard;

    /// <summary>20-digit code of the checkpoint; null takes what the camera says.</summary>
    public string? Checkpoint { get; init; }
}

/// <summary>Answer to Faces, Persons and NonMotorVehicles.</summary>
public enum ViidPeople
{
    /// <summary>Status 4, invalid operation.</summary>
    Refuse,

    /// <summary>Status 0 and forgotten, for cameras that would send the same for ever.</summary>
    Discard,
}
