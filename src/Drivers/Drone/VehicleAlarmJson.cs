using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.Drone;

/// <summary>How standing alarms are remembered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StandingAlarm[]))]
internal sealed partial class VehicleAlarmJson : JsonSerializerContext;
