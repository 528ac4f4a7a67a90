using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>From a round of answers to one reading <c>site.health</c> (pdt-radio.md sections 13 and 16).</summary>
internal static class HyteraSnmpMapping
{
    public const string DriverName = "hytera-snmp";

    public static Reading ToReading(string device, RepeaterAnswers answers, DateTimeOffset received)
    {
        var names = answers.All.Where(one => one.Object.Value is RepeaterValue.Name or RepeaterValue.WideName).ToDictionary(one => one.Object.Metric, Name, StringComparer.Ordinal);
        var body = new SiteHealthBody
        {
            Metrics = [.. answers.All.Where(one => !names.ContainsKey(one.Object.Metric)).Select(Metric)],
            Model = names.GetValueOrDefault("model"),
            ModelNumber = names.GetValueOrDefault("modelNumber"),
            Firmware = names.GetValueOrDefault("firmware"),
            DataVersion = names.GetValueOrDefault("dataVersion"),
            Serial = names.GetValueOrDefault("serial"),
            Alias = names.GetValueOrDefault("alias"),
            Channel = names.GetValueOrDefault("channel"),
            Zone = names.GetValueOrDefault("zone"),
            Source = new SourceInfo(NativeId(answers), Id: names.GetValueOrDefault("serial")),
        };
        return Envelope(device, Lane.Telemetry, received, body);
    }

    /// <summary>The repeater keeps no time that it tells: everything is of the moment of its answer.</summary>
    public static Reading Envelope(string device, Lane lane, DateTimeOffset received, ReadingBody body) => Reading.OfReceipt(device, DriverName, lane, received, body);

    public static string NativeId(RepeaterAnswers answers) => FormattableString.Invariant($"SNMP/{answers.FirstId ?? 0:x8}");

    private static SiteMetric Metric((RepeaterObject Object, SnmpValue? Value, string? Refusal) answer)
    {
        var (about, value, refusal) = answer;
        double? number = value is null ? null : Number(about, value);
        string quality = (refusal, number) switch
        {
            ({ } word, _) => word,
            (_, null) => ObjectAnswer.Invalid,
            _ when about.NeverSure || number < about.Least || number > about.Most => "doubtful",
            _ => "good",
        };
        var trouble = number is null ? null : RepeaterTrouble.Of(about.Metric, (long)number);
        bool silence = about.Value == RepeaterValue.Rssi && number == RepeaterMib.NoSignal;
        return new SiteMetric(about.Metric, silence ? null : number, about.Unit, quality, trouble?.Severity, trouble?.Category);
    }

    private static double? Number(RepeaterObject about, SnmpValue value)
    {
        if (about.Value != RepeaterValue.Float)
        {
            return value.Whole;
        }

        return value.Octets is { } octets && Float4.Read(octets.Span) is { } found && float.IsFinite(found) ? Math.Round(found, 4) : null;
    }

    private static string? Name((RepeaterObject Object, SnmpValue? Value, string? Refusal) answer) =>
        answer.Value?.Octets is { } octets ? RepeaterName.Read(octets.Span, answer.Object.Value == RepeaterValue.WideName) : null;
}
