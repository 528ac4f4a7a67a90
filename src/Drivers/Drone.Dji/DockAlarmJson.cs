using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>How standing alarms are remembered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IncludeFields = false)]
[JsonSerializable(typeof(StandingAlarm[]))]
internal sealed partial class DockAlarmJson : JsonSerializerContext;
