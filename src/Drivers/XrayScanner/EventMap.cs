namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Where the facts of one type of events stand. What is not mapped is not read: there is no way for a person's identity to pass.</summary>
public sealed record EventMap
{
    public IReadOnlyList<TypePattern> Types { get; init; } = [];

    public EventSort Sort { get; init; }

    /// <summary>The scanner's own key of the parcel.</summary>
    public FieldPaths Tag { get; init; } = FieldPaths.None;

    /// <summary>Every number read from it.</summary>
    public FieldPaths Barcodes { get; init; } = FieldPaths.None;

    public FieldPaths Time { get; init; } = FieldPaths.None;

    /// <summary>Which machine, where one address has several.</summary>
    public FieldPaths Machine { get; init; } = FieldPaths.None;

    /// <summary>What it comes to, a word of <see cref="Protocol.Model.Parcels.ParcelWords"/>.</summary>
    public WordMap Decision { get; init; } = WordMap.None;

    /// <summary>Danger grade 0 to 2.</summary>
    public FieldPaths Grade { get; init; } = FieldPaths.None;

    /// <summary>True when it was judged elsewhere.</summary>
    public FieldPaths Remote { get; init; } = FieldPaths.None;

    public WordMap RealName { get; init; } = WordMap.None;

    public WordMap Handling { get; init; } = WordMap.None;

    /// <summary>Opening: its begin.</summary>
    public FieldPaths OpenedFrom { get; init; } = FieldPaths.None;

    /// <summary>Opening: its end.</summary>
    public FieldPaths OpenedUntil { get; init; } = FieldPaths.None;

    /// <summary>Lists of things, such as one a view.</summary>
    public IReadOnlyList<ObjectsMap> Objects { get; init; } = [];

    public PicturesMap Pictures { get; init; } = new();

    public bool Fits(string type) => Types.Any(pattern => pattern.Fits(type));
}
