using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Drivers.Privacy;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Shows a person what is made of messages. Sessions and businesses stand there as they would travel.</summary>
internal sealed class KioskPreview(string device, DateTimeOffset received)
{
    private readonly SessionKey _key = new(DeviceKey.ForOnce());

    public DecodedFrame Frame(KioskMessage message)
    {
        var fields = JsonSerializer.SerializeToNode(message, message.GetType(), KioskFieldsJson.Default)!.AsObject();
        var readings = Readings(message).ToList();
        if (readings is [{ Body: KioskTransactionBody body }])
        {
            fields["session"] = body.Session;
            fields["business"] = body.BusinessRaw ?? body.Business;
        }

        return new DecodedFrame { Type = message.Type, Fields = fields, Readings = readings };
    }

    private IEnumerable<Reading> Readings(KioskMessage message) => message switch
    {
        KioskTransaction said => [Reading(message, Lane.Event, KioskApplicationMapping.Transaction(said, BusinessTable.Value, _key.NameOf(said.Session)))],
        KioskCounters said => [Reading(message, Lane.Telemetry, KioskApplicationMapping.Counter(said, []))],
        KioskModules said => said.Modules.SelectMany(module => Module(message, module)),
        KioskSupplies said => said.Supplies.SelectMany(supply => Supply(message, supply)),
        KioskStatus said => [State(said), .. Alarms(message, KioskApplicationMapping.Alarms(said.Alarms ?? [], string.Empty, null))],
        _ => [],
    };

    private IEnumerable<Reading> Module(KioskMessage message, KioskModuleSaid said)
    {
        var alarms = KioskApplicationMapping.Alarms(said, []);
        return [Reading(message, Lane.Event, KioskApplicationMapping.Module(said, alarms)), .. Alarms(message, alarms)];
    }

    private IEnumerable<Reading> Supply(KioskMessage message, KioskSupplySaid said)
    {
        var level = KioskApplicationMapping.Level(said);
        var (alarm, isActive) = KioskApplicationMapping.SupplyAlarm(said, string.Empty);
        return [Reading(message, Lane.Telemetry, new WatchedSupply(said.Module, said.Name).Body(level)), .. Alarms(message, isActive == true ? [alarm] : [])];
    }

    private Reading State(KioskStatus said) => Reading(said, Lane.Telemetry, new KioskStateBody
    {
        Health = KioskWords.Unknown,
        Link = KioskWords.Up,
        Mode = said.Mode,
        Application = said.Application,
        UptimeSeconds = said.UptimeSeconds,
    });

    private IEnumerable<Reading> Alarms(KioskMessage message, IEnumerable<KioskAlarm> alarms) => alarms.Select(alarm => Reading(message, Lane.Alarm, KioskAlarms.Body(alarm, true)));

    private Reading Reading(KioskMessage message, Lane lane, KioskBody body) =>
        KioskVoice.Reading(device, KioskApplicationMapping.DriverName, received, lane, body, KioskApplicationMapping.Moment(message, received, isResync: false));
}

/// <summary>Messages as they were read.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KioskTransaction))]
[JsonSerializable(typeof(KioskCounters))]
[JsonSerializable(typeof(KioskStatus))]
[JsonSerializable(typeof(KioskModules))]
[JsonSerializable(typeof(KioskSupplies))]
internal sealed partial class KioskFieldsJson : JsonSerializerContext;
