using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>How standing alarms are remembered.</summary>
[JsonSerializable(typeof(StandingAlarm<CabinetAlarm>[]))]
internal sealed partial class CabinetAlarmJson : JsonSerializerContext
{
    /// <summary>Names of a site are often Chinese: escaped they would take six times the room.</summary>
    public static JsonTypeInfo<StandingAlarm<CabinetAlarm>[]> Short { get; } = new CabinetAlarmJson(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
    }).StandingAlarmCabinetAlarmArray;
}
