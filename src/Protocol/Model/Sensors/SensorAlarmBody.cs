using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Sensors;

/// <summary>Something that somebody must look at now.</summary>
public sealed record SensorAlarmBody : SensorBody
{
    public const string KindName = "sensor.alarm";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>From the map, for example <c>radiation-high</c>.</summary>
    public required string Alarm { get; init; }

    /// <summary>False when it is over; null for what has no end.</summary>
    public bool? Active { get; init; }

    /// <summary><c>critical</c>, <c>major</c>, <c>minor</c> or <c>notice</c>.</summary>
    public required string Severity { get; init; }
}
