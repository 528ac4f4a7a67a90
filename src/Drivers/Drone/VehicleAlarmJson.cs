using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Drone;

/// <summary>How standing alarms are remembered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StandingAlarm<VehicleAlarm>[]))]
internal sealed partial class VehicleAlarmJson : JsonSerializerContext;
