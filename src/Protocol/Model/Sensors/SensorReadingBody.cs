using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Sensors;

/// <summary>Measured values.</summary>
public sealed record SensorReadingBody : SensorBody
{
    public const string KindName = "sensor.reading";

    [JsonIgnore]
    public override string Kind => KindName;
}
