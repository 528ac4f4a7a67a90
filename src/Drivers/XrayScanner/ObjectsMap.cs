namespace EdgeGateway.Drivers.XrayScanner;

/// <summary>Where the things seen inside a parcel stand; all other paths start at one of them.</summary>
public sealed record ObjectsMap
{
    /// <summary>Most things of one parcel; the device's own lists have at most 64.</summary>
    public const int Most = 64;

    /// <summary>To the things.</summary>
    public FieldPaths Items { get; init; } = FieldPaths.None;

    /// <summary>The device's code of the class.</summary>
    public FieldPaths Code { get; init; } = FieldPaths.None;

    /// <summary>The class in words.</summary>
    public FieldPaths Text { get; init; } = FieldPaths.None;

    public FieldPaths Confidence { get; init; } = FieldPaths.None;

    /// <summary>What stands for certainty: 100, 1, 255, ...; default 100.</summary>
    public double Scale { get; init; } = 100;

    public BoxMap Box { get; init; } = new();

    /// <summary>Which picture or view the box refers to.</summary>
    public FieldPaths View { get; init; } = FieldPaths.None;

    /// <summary>The same, fixed, for lists of one view.</summary>
    public string? ViewName { get; init; }

    /// <summary>Dahua's attribute of an object (xray.md section 2.2).</summary>
    public FieldPaths Attribute { get; init; } = FieldPaths.None;

    /// <summary>Danger grade of the object alone.</summary>
    public FieldPaths Grade { get; init; } = FieldPaths.None;
}
