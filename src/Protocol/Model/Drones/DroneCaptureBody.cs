using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>A picture or film was taken, or lies where the aircraft's own software puts such files. The bytes do not come this way.</summary>
public sealed record DroneCaptureBody : VehicleBody
{
    public const string KindName = "drone.capture";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>False when the camera says that it failed.</summary>
    public required bool Success { get; init; }

    /// <summary>Number of the picture, from 0.</summary>
    public int? Index { get; init; }

    /// <summary>As the device names the file or its object key.</summary>
    public string? File { get; init; }

    /// <summary>The task during which it was taken.</summary>
    public string? MissionId { get; init; }

    public double? AltitudeMslM { get; init; }

    public double? AltitudeRelativeM { get; init; }

    /// <summary>Where the camera looked, 0 to below 360.</summary>
    public double? CameraYawDeg { get; init; }
}
