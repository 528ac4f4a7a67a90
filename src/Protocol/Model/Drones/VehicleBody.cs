using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>What an aircraft, or something about an aircraft or a patrol robot, said (drone.md section 4). It is where the vehicle is, not where the site is.</summary>
public abstract record VehicleBody : ReadingBody
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsElsewhere => true;

    /// <summary>
    /// Which vehicle: the name the site gives it, else what its protocol calls it (<c>sys-3</c>, <c>sys-3/154</c> for a component, a serial number). One device
    /// of the gateway may be a link with several vehicles.
    /// </summary>
    public required string Vehicle { get; init; }

    /// <summary><c>multirotor</c>, <c>fixed-wing</c>, <c>vtol</c>, <c>helicopter</c>, <c>rover</c>, <c>boat</c>, <c>quadruped</c>, <c>agv</c>, <c>dock</c>; the raw number as text where it is another one.</summary>
    public string? VehicleType { get; init; }
}
