using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>An alarm as it stands in the store's memory. A reading that may not be on disk is in it whole, and bears the same native id when it is entered again.</summary>
/// <param name="Id">Of this alarm and no other.</param>
/// <param name="Device">See <see cref="AlarmKey"/>.</param>
/// <param name="Driver">Of the device.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Begun">When it began.</param>
/// <param name="Told">When what <paramref name="Body"/> says came about.</param>
/// <param name="Body">What is to be told, or was last.</param>
internal sealed record KeptAlarm(string Id, string Device, string Driver, AlarmPhase Phase, DateTimeOffset Begun, DateTimeOffset Told, DroneAlarmBody Body)
{
    [JsonIgnore]
    public AlarmKey Key => new(Device, Body.Vehicle, Body.Alarm, Body.Name);
}

/// <summary>Source-generated JSON of it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(FiniteNumber)])]
[JsonSerializable(typeof(KeptAlarm))]
internal sealed partial class KeptAlarmJson : JsonSerializerContext;
