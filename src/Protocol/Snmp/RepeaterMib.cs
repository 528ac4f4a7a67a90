namespace EdgeGateway.Protocol.Snmp;

/// <summary>The objects of a Hytera DMR repeater that are worth asking (pdt-radio.md section 13).</summary>
public static class RepeaterMib
{
    /// <summary>What says that nothing is received.</summary>
    public const int NoSignal = -200;

    private const string Base = "1.3.6.1.4.1.40297.1.2";

    public static readonly ObjectId Root = ObjectId.Of(Base);

    /// <summary>In the order of asking: what every model has comes first, because it names the round.</summary>
    public static readonly IReadOnlyList<RepeaterObject> Objects =
    [
        Float("paTemperature", "1.2.2", "C") with { Least = -60, Most = 200 },
        Float("supplyVoltage", "1.2.1", "V") with { Least = 5, Most = 60 },
        Float("vswr", "1.2.4", "ratio") with { Least = 1, Most = 100 },
        Float("forwardPower", "1.2.5", "W") with { NeverSure = true },
        Float("reflectedPower", "1.2.6", "W") with { NeverSure = true },
        Scalar("slot1Rssi", "1.2.9", RepeaterValue.Rssi, "dB"),
        Scalar("slot2Rssi", "1.2.10", RepeaterValue.Rssi, "dB"),
        State("supplyKind", "1.2.11"),
        State("batteryConnected", "1.2.12"),
        State("voltageAlarm", "1.1.1"),
        State("temperatureAlarm", "1.1.2"),
        State("vswrAlarm", "1.1.6"),
        State("transmitPllAlarm", "1.1.7"),
        State("receivePllAlarm", "1.1.8"),
        State("batteryAlarm", "1.1.9"),
        Scalar("radioId", "4.7", RepeaterValue.Whole, null),
        Scalar("transmitFrequency", "4.10", RepeaterValue.Whole, "Hz"),
        Scalar("receiveFrequency", "4.11", RepeaterValue.Whole, "Hz"),
        Name("model", "4.1"),
        Name("modelNumber", "4.2"),
        Name("firmware", "4.3"),
        Name("dataVersion", "4.4"),
        Name("serial", "4.5"),
        Name("alias", "4.6"),
        Scalar("channel", "4.9", RepeaterValue.WideName, null),
        Scalar("zone", "4.13", RepeaterValue.WideName, null),
        State("workState", "4.12"),
    ];

    /// <returns>The object, or null for an identifier that is not in the table.</returns>
    public static RepeaterObject? Find(ObjectId id) => Objects.FirstOrDefault(one => one.Id == id);

    private static RepeaterObject Float(string metric, string suffix, string unit) => Scalar(metric, suffix, RepeaterValue.Float, unit);

    private static RepeaterObject State(string metric, string suffix) => Scalar(metric, suffix, RepeaterValue.Whole, "state");

    private static RepeaterObject Name(string metric, string suffix) => Scalar(metric, suffix, RepeaterValue.Name, null);

    private static RepeaterObject Scalar(string metric, string suffix, RepeaterValue value, string? unit) => new(metric, ObjectId.Of($"{Base}.{suffix}.0"), value, unit);
}
