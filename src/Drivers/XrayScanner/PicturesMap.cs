namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>What the event says of its pictures; all other paths start at one entry.</summary>
public sealed record PicturesMap
{
    /// <summary>To the entries of the scanner's own pictures.</summary>
    public FieldPaths Images { get; init; } = FieldPaths.None;

    /// <summary>To the entries of pictures of other cameras, which come behind them.</summary>
    public FieldPaths Related { get; init; } = FieldPaths.None;

    /// <summary>The content id of the part that has the bytes; without one the order decides.</summary>
    public FieldPaths ContentId { get; init; } = FieldPaths.None;

    /// <summary>What the picture is, as <c>xray</c> or <c>overlay</c>.</summary>
    public WordMap Kind { get; init; } = WordMap.None;

    /// <summary>Role of a picture of which the event says nothing; null: it is withheld.</summary>
    public string? Role { get; init; }
}
