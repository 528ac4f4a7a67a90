using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>How standing alarms and supplies of a kiosk are remembered.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StandingAlarm<KioskAlarm>[]))]
[JsonSerializable(typeof(KeptSupply[]))]
internal sealed partial class KioskMemoryJson : JsonSerializerContext;
