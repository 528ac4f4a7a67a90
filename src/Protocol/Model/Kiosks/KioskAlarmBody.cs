using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>Something about a kiosk that somebody must look at now; once when it begins and once when it ends.</summary>
public sealed record KioskAlarmBody : KioskBody
{
    public const string KindName = "kiosk.alarm";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary><c>door-open</c>, <c>tamper</c>, <c>tilt</c>, <c>skimmer</c>, <c>fraud</c>, <c>cash-reachable</c>, <c>cash-box-removed</c>, <c>unit-manipulated</c>, <c>on-battery</c>, <c>jam</c>, <c>supply-out</c>, <c>device-error</c>; open set.</summary>
    public required string Alarm { get; init; }

    /// <summary>False when it is over; null for what has no end.</summary>
    public bool? Active { get; init; }

    /// <summary><c>critical</c>, <c>major</c>, <c>minor</c> or <c>notice</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>In which part of the kiosk; null for the kiosk itself.</summary>
    public string? Module { get; init; }

    /// <summary>Which door, sensor or bin.</summary>
    public string? Name { get; init; }

    /// <summary>The vendor's own code, for example <c>E1207</c>.</summary>
    public string? Code { get; init; }

    /// <summary>How often at least it was over and came back since it began, which was not told because it came too often; then the flag <c>FLAPPING</c> stands too. Null: all was told.</summary>
    public int? Returns { get; init; }

    /// <summary>The device's text after everything that could name a person was masked.</summary>
    public string? Text { get; init; }
}
