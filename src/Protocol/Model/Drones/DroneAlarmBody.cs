using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Drones;

/// <summary>Something about a vehicle, or about the air over the site, that somebody must look at; once when it begins and once when it ends.</summary>
public sealed record DroneAlarmBody : VehicleBody
{
    public const string KindName = "drone.alarm";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>
    /// Found at the gateway: <c>battery-low-far</c>, <c>link-lost</c>, <c>fence-left</c>, <c>intruder</c>, <c>distress</c>. Told by the vehicle: <c>message</c> (a text that does not end),
    /// <c>sensor</c>, <c>battery</c>, <c>hms</c>, <c>airsense</c>, <c>error</c>, <c>emergency-stop</c>. Open set.
    /// </summary>
    public required string Alarm { get; init; }

    /// <summary>False when it is over; null for what has no end.</summary>
    public bool? Active { get; init; }

    /// <summary><c>critical</c>, <c>major</c>, <c>minor</c> or <c>notice</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The device's own code, for example <c>0x16100083</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The device's own text.</summary>
    public string? Text { get; init; }

    /// <summary>Name of the fence, sensor, battery or error that it is about.</summary>
    public string? Name { get; init; }

    /// <summary>What led to it, oldest first; never empty for what the gateway found itself.</summary>
    public IReadOnlyList<DroneEvidence>? Evidence { get; init; }
}

/// <summary>One fact that speaks for an alarm.</summary>
/// <param name="What">For example <c>batteryPercent</c>, <c>homeDistanceM</c>, <c>outsideM</c>, <c>lastHeard</c>.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">What it was held against.</param>
/// <param name="Source">The message that said it, in the protocol's own name.</param>
/// <param name="Time">When it was said, as text of ISO 8601 in UTC.</param>
/// <param name="Position">Where, for what has a place.</param>
public sealed record DroneEvidence(string What, double? Value = null, double? Limit = null, string? Source = null, string? Time = null, GeoPosition? Position = null);
