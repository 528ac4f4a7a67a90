using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>Totals since the kiosk was installed; hourly and at the boundaries of the day. They only grow.</summary>
public sealed record KioskCounterBody : KioskBody
{
    public const string KindName = "kiosk.counter";

    [JsonIgnore]
    public override string Kind => KindName;

    public long? Sessions { get; init; }

    public long? Prints { get; init; }

    public long? CardsIssued { get; init; }

    public long? CardsRetained { get; init; }

    /// <summary>Cuts of the receipt printer's knife.</summary>
    public long? Cuts { get; init; }

    public long? Jams { get; init; }

    /// <summary>Openings of its doors.</summary>
    public long? Opens { get; init; }

    public long? PowerOns { get; init; }

    /// <summary>Names of totals that are smaller than before: a board was changed, or they began anew.</summary>
    public IReadOnlyList<string>? Restarted { get; init; }
}
