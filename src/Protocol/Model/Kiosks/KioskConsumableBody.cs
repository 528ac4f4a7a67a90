using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>Something that is used up, or that fills: on change of its state, every 5 percent, and hourly.</summary>
public sealed record KioskConsumableBody : KioskBody
{
    public const string KindName = "kiosk.consumable";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>In which part of the kiosk.</summary>
    public required string Module { get; init; }

    /// <summary>Which one of it, for example <c>upper</c> or <c>unitBIN1</c>.</summary>
    public required string Name { get; init; }

    /// <summary><c>receipt-paper</c>, <c>a4-paper</c>, <c>card-stock</c>, <c>ribbon</c>, <c>toner</c>, <c>ink</c>, <c>lamp</c>, <c>retain-bin</c>, <c>cash-box</c>, <c>paper</c>; open set.</summary>
    public required string Supply { get; init; }

    /// <summary><c>ok</c>, <c>low</c>, <c>out</c>, <c>high</c>, <c>full</c>, <c>missing</c>, <c>fading</c>, <c>unknown</c>; open set.</summary>
    public required string State { get; init; }

    /// <summary>True for what fills up, such as a retain bin: there a high level is the bad one.</summary>
    public bool? Fills { get; init; }

    /// <summary>0 to 100.</summary>
    public double? LevelPercent { get; init; }

    public long? Count { get; init; }

    public long? Capacity { get; init; }

    /// <summary>Change of the level per hour in percent of the capacity, negative while it is used up; null until enough was seen.</summary>
    public double? TrendPercentPerHour { get; init; }

    /// <summary>When it goes on like this: hours until it is empty, or full for what fills up; null when that cannot be said.</summary>
    public double? EndsInHours { get; init; }
}
