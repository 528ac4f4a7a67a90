using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>
/// What an alarm object says that is not normal, in the severities and categories of pdt-radio.md section 13: PLL and VSWR
/// are major and equipment; temperature and voltage are environment, minor or major by level. The battery is not in that
/// map: minor, environment. A number that the table does not know stands as itself, minor.
/// </summary>
/// <param name="What">Of the device's status, for example <c>vswr</c>.</param>
/// <param name="Level">Which way; null where there is one way only.</param>
/// <param name="Severity">See <see cref="Protocol.Model.Radio.SiteMetric"/>.</param>
/// <param name="Category">Likewise.</param>
/// <param name="Advice">What to do.</param>
internal sealed record RepeaterTrouble(string What, string? Level, string Severity, string Category, Words Advice)
{
    /// <summary>No object of the repeater: whether it answers, 0 or 1.</summary>
    public const string LinkMetric = "link";

    private const string Minor = "minor";
    private const string Major = "major";
    private const string Environment = "environment";
    private const string Equipment = "equipment";

    private static readonly Dictionary<string, Func<long, RepeaterTrouble>> s_alarms = new(StringComparer.Ordinal)
    {
        ["voltageAlarm"] = value => new("voltage", value switch { 1 => "low", 2 => "high", 3 => "abnormal", _ => Own(value) }, value is 2 or 3 ? Major : Minor, Environment, RepeaterAdvice.Voltage),
        ["temperatureAlarm"] = value => new("temperature", value switch { 1 => "low", 2 => "high", _ => Own(value) }, value == 2 ? Major : Minor, Environment, RepeaterAdvice.Temperature),
        ["vswrAlarm"] = value => new("vswr", value == 1 ? null : Own(value), value == 1 ? Major : Minor, Equipment, RepeaterAdvice.Vswr),
        ["transmitPllAlarm"] = value => new("transmit-pll", value == 1 ? null : Own(value), value == 1 ? Major : Minor, Equipment, RepeaterAdvice.Pll),
        ["receivePllAlarm"] = value => new("receive-pll", value == 1 ? null : Own(value), value == 1 ? Major : Minor, Equipment, RepeaterAdvice.Pll),
        ["batteryAlarm"] = value => new("battery", value == 1 ? null : Own(value), Minor, Environment, RepeaterAdvice.Battery),
        [LinkMetric] = _ => new("link", null, "critical", "communication", RepeaterAdvice.Link),
    };

    /// <summary>Whether the object of that name is an alarm.</summary>
    public static bool IsAlarm(string metric) => metric != LinkMetric && s_alarms.ContainsKey(metric);

    /// <returns>The trouble, or null when the object is none or says that all is normal.</returns>
    public static RepeaterTrouble? Of(string metric, long value) => value != 0 && s_alarms.TryGetValue(metric, out var alarm) ? alarm(value) : null;

    private static string Own(long value) => FormattableString.Invariant($"{value}");
}
