using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Sensors;

/// <summary>Something happened.</summary>
public sealed record SensorEventBody : SensorBody
{
    public const string KindName = "sensor.event";

    [JsonIgnore]
    public override string Kind => KindName;
}
