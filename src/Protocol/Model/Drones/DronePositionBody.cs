using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>Where an aircraft was and how it moved. The place itself is <see cref="ReadingBody.Position"/>, absent without one. What it did not tell, or called unknown, is null.</summary>
public sealed record DronePositionBody : VehicleBody
{
    public const string KindName = "drone.position";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Above mean sea level, metres.</summary>
    public double? AltitudeMslM { get; init; }

    /// <summary>Above the take-off point, metres.</summary>
    public double? AltitudeRelativeM { get; init; }

    /// <summary>Above the WGS-84 ellipsoid, metres.</summary>
    public double? AltitudeEllipsoidM { get; init; }

    /// <summary>Over ground.</summary>
    public double? SpeedMps { get; init; }

    /// <summary>Up positive.</summary>
    public double? ClimbMps { get; init; }

    /// <summary>Where the nose points, 0 to below 360, north 0, clockwise.</summary>
    public double? HeadingDeg { get; init; }

    /// <summary>Where it moves, 0 to below 360.</summary>
    public double? CourseDeg { get; init; }

    /// <summary>-180 to 180, right wing down positive.</summary>
    public double? RollDeg { get; init; }

    /// <summary>-180 to 180, nose up positive.</summary>
    public double? PitchDeg { get; init; }

    /// <summary><c>none</c>, <c>no-fix</c>, <c>2d</c>, <c>3d</c>, <c>dgps</c>, <c>rtk-float</c>, <c>rtk</c>, <c>static</c>, <c>ppp</c>, <c>fixing</c>, <c>failed</c>.</summary>
    public string? Fix { get; init; }

    public int? Satellites { get; init; }

    /// <summary>Horizontal dilution of precision.</summary>
    public double? Hdop { get; init; }

    /// <summary>Horizontal error, one sigma, as the receiver claims it.</summary>
    public double? ErrorM { get; init; }

    public double? HomeDistanceM { get; init; }

    /// <summary>As the aircraft reckons it from how it leans; an estimate.</summary>
    public double? WindSpeedMps { get; init; }

    /// <summary><c>N</c>, <c>NE</c> and so on; the raw number as text where it is another one.</summary>
    public string? WindDirection { get; init; }
}
