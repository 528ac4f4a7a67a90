namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>One storage unit: a stack of cards, a bin for what was not taken, a cassette. Null is not told. Its serial number is as long as a card's, and is left out.</summary>
public sealed record XfsUnit
{
    /// <summary>Name in the answer.</summary>
    public required string Id { get; init; }

    public string? PositionName { get; init; }

    /// <summary>Items that it takes.</summary>
    public long? Capacity { get; init; }

    /// <summary><c>ok</c>, <c>inoperative</c>, <c>missing</c>, <c>notConfigured</c>, <c>manipulated</c>; open set.</summary>
    public XfsValue? Status { get; init; }

    /// <summary><c>card</c>, <c>printer</c>, <c>cash</c>, <c>check</c>.</summary>
    public string? Content { get; init; }

    /// <summary>Of a unit for cards: <c>retain</c>, <c>dispense</c>, <c>park</c>.</summary>
    public XfsValue? Type { get; init; }

    /// <summary>Of a unit for cash: whether it takes in.</summary>
    public bool? TakesIn { get; init; }

    public long? InitialCount { get; init; }

    public long? Count { get; init; }

    public long? RetainCount { get; init; }

    /// <summary>The count at which the device warns.</summary>
    public long? Threshold { get; init; }

    /// <summary><c>ok</c>, <c>full</c>, <c>high</c>, <c>low</c>, <c>empty</c>; open set.</summary>
    public XfsValue? Replenishment { get; init; }

    /// <summary>True for what fills up: there a high level is the bad one.</summary>
    public bool Fills => Content == "card" ? Type is { Text: "retain" } : Content is "printer" or "check" || TakesIn == true;

    internal XfsUnit With(XfsUnit change) => this with
    {
        PositionName = change.PositionName ?? PositionName,
        Capacity = change.Capacity ?? Capacity,
        Status = change.Status ?? Status,
        Content = change.Content ?? Content,
        Type = change.Type ?? Type,
        TakesIn = change.TakesIn ?? TakesIn,
        InitialCount = change.InitialCount ?? InitialCount,
        Count = change.Count ?? Count,
        RetainCount = change.RetainCount ?? RetainCount,
        Threshold = change.Threshold ?? Threshold,
        Replenishment = change.Replenishment ?? Replenishment,
    };
}
