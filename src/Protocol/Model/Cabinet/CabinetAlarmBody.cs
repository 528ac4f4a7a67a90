using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Cabinet;

/// <summary>Something about the cabinet that somebody must look at; once when it begins and once when it ends.</summary>
public sealed record CabinetAlarmBody : ReadingBody
{
    public const string KindName = "cabinet.alarm";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary><c>door-open</c>, <c>mains-lost</c>, <c>battery-low</c>, <c>battery-replace</c>, <c>temperature-high</c>, <c>fan-stopped</c>, <c>sensor-lost</c>; open set.</summary>
    public required string Alarm { get; init; }

    /// <summary>False when it is over.</summary>
    public required bool Active { get; init; }

    /// <summary>Which door, sensor or supply.</summary>
    public required string Name { get; init; }

    /// <summary><c>critical</c>, <c>major</c>, <c>minor</c> or <c>notice</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>What was measured; null for what is only yes or no.</summary>
    public double? Value { get; init; }

    /// <summary>The limit it was held against.</summary>
    public double? Limit { get; init; }

    /// <summary><c>C</c>, <c>rpm</c>, <c>%</c>, <c>V</c>.</summary>
    public string? Unit { get; init; }

    /// <summary>How often at least it was over and came back since it began, which was not told because it came too often; then the flag <c>FLAPPING</c> stands too. Null: all was told.</summary>
    public int? Returns { get; init; }

    /// <summary>True when it happened in the hours in which nobody should be there.</summary>
    public bool? AtNight { get; init; }
}
