using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>A patrol robot on the ground (drone.md section 3). <see cref="ReadingBody.Position"/> only where the site says how its map lies on the earth.</summary>
public sealed record RobotStateBody : VehicleBody
{
    public const string KindName = "robot.state";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Its series, as it calls itself.</summary>
    public string? Model { get; init; }

    public required bool Online { get; init; }

    /// <summary>The robot's own word for its connection.</summary>
    public string? Connection { get; init; }

    /// <summary>Metres on the robot's map.</summary>
    public double? X { get; init; }

    /// <summary>Metres on the robot's map.</summary>
    public double? Y { get; init; }

    public string? Map { get; init; }

    /// <summary>Whether it knows where it is.</summary>
    public bool? Localised { get; init; }

    /// <summary>0 to below 360, north 0, clockwise; null without a transform.</summary>
    public double? HeadingDeg { get; init; }

    public double? SpeedMps { get; init; }

    public bool? Driving { get; init; }

    public bool? Paused { get; init; }

    /// <summary>The robot's own word, for example <c>AUTOMATIC</c>.</summary>
    public string? Mode { get; init; }

    /// <summary>The robot's own word for its emergency stop; <c>NONE</c> when none.</summary>
    public string? EmergencyStop { get; init; }

    public bool? FieldViolation { get; init; }

    public VehicleBattery? Battery { get; init; }

    public bool? Charging { get; init; }

    public VehicleMission? Mission { get; init; }

    /// <summary>Last node of its order that it reached.</summary>
    public string? LastNode { get; init; }

    /// <summary>Names of what changed and made this reading; null for a periodic one.</summary>
    public IReadOnlyList<string>? Changed { get; init; }
}
