using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Tests.Platform.Examples;

internal static class RadioExamples
{
    private const string Driver = "hytera-radio";
    private const string Device = "radio-1";
    private const long Id = 2001;
    private const string Number = "80010023";

    private static readonly RadioIdentity s_group = new(9001, RadioIdentity.Group, "80019001");

    public static IEnumerable<ExampleReading> All =>
    [
        Of(Lane.Event, new RadioPresenceBody { RadioId = Id, RadioNumber = Number, Slot = 1, State = "online", From = "registration", ValidUntil = ExampleReading.Time.AddHours(1), LastSeen = ExampleReading.Time }),
        Of(Lane.Telemetry, Position) with { TimeFrom = TimeOrigin.Device },
        Of(Lane.Event, new RadioMessageBody { RadioId = Id, RadioNumber = Number, Slot = 1, Target = s_group, Text = "已到位", RequestId = "0000002a", Confirmed = true }),
        Of(Lane.Event, new RadioDeliveryBody
        {
            RadioId = Id, Slot = 1, CommandId = "8a6c5a0e-5b1f-4f0c-9d38-2f6f3f1f0a11", RequestId = "0000002b", Level = "application", Result = "delivered", Code = 0, CodeName = "ok",
            Target = new RadioIdentity(Id, RadioIdentity.Individual, Number),
        }),
        Of(Lane.Event, new RadioCallBody { RadioId = Id, RadioNumber = Number, Slot = 2, Caller = new RadioIdentity(Id, RadioIdentity.Individual, Number), Target = s_group, CallType = "group", CallTypeRaw = 1, Phase = "start" }),
        Of(Lane.Alarm, new RadioEmergencyBody { RadioId = Id, RadioNumber = Number, Slot = 1, State = "begins", EmergencyKind = "alarm", Target = s_group, Evidence = ["EmergencyAlarm"], Verified = true }),
        Of(Lane.Telemetry, new RadioSignalBody { RadioId = Id, Slot = 1, Scale = "lp-dbm", Value = -87, Dbm = -87 }),
        Of(Lane.Event, new RadioStatusBody { RadioId = Id, RadioNumber = Number, StatusCode = 3, Label = "On site", Target = s_group }),
        new(Lane.Telemetry, "repeater-1", "hytera-snmp", Health) { TimeFrom = TimeOrigin.Gateway },
    ];

    private static RadioPositionBody Position => new()
    {
        RadioId = Id,
        RadioNumber = Number,
        Slot = 1,
        FixValid = true,
        FixTime = ExampleReading.Time,
        SpeedKmh = 4.2,
        CourseDeg = 91.5,
        RssiDbm = -87,
        Satellites = 9,
        Hdop = 0.9,
        Trigger = "periodic",
        Position = new GeoPosition(23.1604, 113.2309, "WGS-84", "device"),
    };

    private static SiteHealthBody Health => new()
    {
        Metrics =
        [
            new SiteMetric("paTemperature", 41.5, "C", "good"),
            new SiteMetric("vswrAlarm", 1, "state", "good", "major", "equipment"),
        ],
        Model = "RD980",
        Alias = "Baiyun north",
        Channel = "CH1",
    };

    private static ExampleReading Of(Lane lane, ReadingBody body) => new(lane, Device, Driver, body) { TimeFrom = TimeOrigin.Gateway };
}
