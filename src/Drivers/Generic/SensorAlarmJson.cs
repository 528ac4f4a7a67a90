using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Generic;

/// <summary>How standing alarms are remembered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StandingAlarm<SensorAlarm>[]))]
[JsonSerializable(typeof(SaidAlarm))]
internal sealed partial class SensorAlarmJson : JsonSerializerContext;
