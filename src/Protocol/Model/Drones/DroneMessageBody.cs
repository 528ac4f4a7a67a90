using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>A text of a vehicle that nobody must be woken for; graver ones are <see cref="DroneAlarmBody"/>.</summary>
public sealed record DroneMessageBody : VehicleBody
{
    public const string KindName = "drone.message";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>0 emergency to 7 debug, as syslog.</summary>
    public required int Severity { get; init; }

    public required string Text { get; init; }
}
