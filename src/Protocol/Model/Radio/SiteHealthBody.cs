using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Radio;

/// <summary>The state of a repeater (pdt-radio.md section 13), one message a round.</summary>
public sealed record SiteHealthBody : ReadingBody
{
    public const string KindName = "site.health";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>What was measured or reported.</summary>
    public required IReadOnlyList<SiteMetric> Metrics { get; init; }

    /// <summary>Of the repeater.</summary>
    public string? Model { get; init; }

    /// <summary>Of the repeater.</summary>
    public string? Firmware { get; init; }

    /// <summary>Of the repeater.</summary>
    public string? Serial { get; init; }

    /// <summary>What its owner calls it.</summary>
    public string? Alias { get; init; }

    /// <summary>Of the repeater.</summary>
    public string? ModelNumber { get; init; }

    /// <summary>Of what was programmed into it.</summary>
    public string? DataVersion { get; init; }

    /// <summary>Name of the channel it is on.</summary>
    public string? Channel { get; init; }

    /// <summary>Name of the zone of that channel.</summary>
    public string? Zone { get; init; }
}

/// <summary>One value of a site.</summary>
/// <param name="Metric">For example <c>paTemperature</c>, <c>vswrAlarm</c>.</param>
/// <param name="Value">In <paramref name="Unit"/>; null when it could not be had.</param>
/// <param name="Unit"><c>C</c>, <c>V</c>, <c>W</c>, <c>dB</c>, <c>Hz</c>, <c>ratio</c>, <c>state</c>; null for none.</param>
/// <param name="Quality"><c>good</c>, <c>doubtful</c> (some models report nonsense here), <c>unsupported</c> or <c>invalid</c>.</param>
/// <param name="Severity">Of an alarm that stands: <c>critical</c>, <c>major</c>, <c>minor</c> or <c>notice</c>; null when there is none.</param>
/// <param name="Category">Of that alarm: <c>communication</c>, <c>software</c>, <c>environment</c>, <c>qos</c>, <c>equipment</c>, <c>network</c>.</param>
public sealed record SiteMetric(string Metric, double? Value, string? Unit, string Quality, string? Severity = null, string? Category = null);
