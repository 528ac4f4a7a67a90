using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>An aircraft that a receiver overheard by its remote identity: a detection, not a device (drone.md section 1.9). <see cref="VehicleBody.Vehicle"/> is what it calls itself.</summary>
public sealed record DroneRemoteIdBody : VehicleBody
{
    public const string KindName = "drone.remote-id";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary><c>serial</c>, <c>registration</c>, <c>utm</c>, <c>session</c>, <c>none</c>.</summary>
    public string? IdType { get; init; }

    /// <summary>The address it sent from, hex; null when the receiver did not say.</summary>
    public string? Sender { get; init; }

    /// <summary><c>undeclared</c>, <c>ground</c>, <c>airborne</c>, <c>emergency</c>, <c>failure</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Above the WGS-84 ellipsoid, metres.</summary>
    public double? AltitudeEllipsoidM { get; init; }

    /// <summary>By its barometer, metres.</summary>
    public double? AltitudeBarometricM { get; init; }

    /// <summary>Metres above what <see cref="HeightFrom"/> names.</summary>
    public double? HeightM { get; init; }

    /// <summary><c>take-off</c> or <c>ground</c>.</summary>
    public string? HeightFrom { get; init; }

    public double? SpeedMps { get; init; }

    /// <summary>Up positive.</summary>
    public double? ClimbMps { get; init; }

    /// <summary>0 to below 360.</summary>
    public double? CourseDeg { get; init; }

    /// <summary>Where its pilot, or its take-off point, is.</summary>
    public GeoPosition? Operator { get; init; }

    /// <summary><c>take-off</c>, <c>live</c> or <c>fixed</c>.</summary>
    public string? OperatorFrom { get; init; }

    /// <summary>What it says it is doing.</summary>
    public string? Description { get; init; }

    /// <summary>True for one of our own, known by its identity; null when nobody has said which are ours.</summary>
    public bool? Known { get; init; }
}
