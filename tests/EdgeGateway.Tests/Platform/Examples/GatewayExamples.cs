using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Tests.Platform.Examples;

/// <summary>What the gateway, its cabinet and devices without a driver of their own say.</summary>
internal static class GatewayExamples
{
    private const string Command = "8a6c5a0e-5b1f-4f0c-9d38-2f6f3f1f0a11";

    public static IEnumerable<ExampleReading> All =>
    [
        Of(Lane.Event, "radio-1", new CommandResultBody
        {
            CommandId = Command, Name = "radio.send-text", Device = "radio-1", State = "done", StartedAt = ExampleReading.Time.AddSeconds(-2), FinishedAt = ExampleReading.Time, Issuer = "dispatch-7",
        }),
        Of(Lane.Event, "radio-1", new AuditBody { What = "command.decided", CommandId = Command, Name = "radio.send-text", Device = "radio-1", Issuer = "dispatch-7", KeyId = "dispatch", Outcome = "accepted" }),
        Of(Lane.Event, "cam-03", new GapBody { Device = "cam-03", Lane = "event", Epoch = ExampleReading.Epoch, FromSeq = 183_001, ToSeq = 183_040, Count = 38, Cause = GapCauses.Retention, Note = "Older than 30 days." }),
        Store(Recovered),
        Of(Lane.Alarm, "cam-03", new DeviceStatusBody
        {
            What = "clock", State = "begins", Since = ExampleReading.Time, OffsetMs = -28_800_000, UncertaintyMs = 120, LimitMs = 5_000, From = "readings",
            Severity = "major", Category = "equipment", Advice = "Set the camera's time zone and time server.", AdviceZh = "请检查相机的时区和校时服务器。",
        }),
        new(Lane.Telemetry, "cabinet-1", "cabinet", Cabinet) { TimeFrom = TimeOrigin.Gateway },
        new(Lane.Alarm, "cabinet-1", "cabinet", new CabinetAlarmBody { Alarm = "temperature-high", Active = true, Name = "inside", Severity = "major", Value = 57.5, Limit = 55, Unit = "C" }) { TimeFrom = TimeOrigin.Gateway },
        new(Lane.Telemetry, "weather-1", "generic-mqtt", new SensorReadingBody { Type = "weather", Values = [new SensorValue("temperature", 21.4, Unit: "C"), new SensorValue("rain", Flag: false)] }),
        new(Lane.Event, "counter-1", "generic-http", new SensorEventBody { Type = "crowd-counter", Name = "gate-2", Values = [new SensorValue("entered", 14, Unit: "1")] }),
        new(Lane.Alarm, "portal-1", "generic-http", new SensorAlarmBody { Type = "radiation-portal", Alarm = "radiation-high", Active = true, Severity = "critical", Values = [new SensorValue("doseRate", 1.8, Unit: "uSv/h")] }),
    ];

    private static StoreRecoveredBody Recovered => new()
    {
        SetAside = "damaged/20261122T033200Z-row-checksum",
        Cause = "row-checksum",
        FromEpoch = "41aa90d3",
        ToEpoch = ExampleReading.Epoch,
        FromEpochHead = 90_211,
        Recovered = 412,
        Lost = 3,
        LostIsExact = true,
        ParkedRecovered = 0,
        ParkedLost = 0,
        MediaRecovered = 57,
        MediaLost = 0,
    };

    private static CabinetStateBody Cabinet => new()
    {
        Temperatures = [new CabinetTemperature("inside", 41.5)],
        Fans = [new CabinetFan("fan", 2_400)],
        Contacts = [new CabinetContact("door", false)],
        MainsPresent = true,
        Supplies = [new UpsState("ups", "OL CHRG", false, false, 100, 1_800, 229.5, 230, 34)],
    };

    private static ExampleReading Store(ReadingBody body) => new(Lane.Alarm, "gateway", "store", body) { TimeFrom = TimeOrigin.Gateway };

    private static ExampleReading Of(Lane lane, string device, ReadingBody body) => new(lane, device, "gateway", body) { TimeFrom = TimeOrigin.Gateway };
}
