namespace EdgeGateway.Protocol.Dicos;

/// <summary>One view of an object.</summary>
public sealed record DicosRepresentation
{
    /// <summary>SOP instance of the picture that the geometry refers to.</summary>
    public string? ImageInstance { get; init; }

    /// <summary>Its SOP class.</summary>
    public string? ImageClass { get; init; }

    /// <summary>x, y and z of each corner; two corners are the diagonal of a box.</summary>
    public IReadOnlyList<double> Polygon { get; init; } = [];

    /// <summary>x, y and z of the region's base in image coordinates.</summary>
    public IReadOnlyList<double> RegionBase { get; init; } = [];

    public IReadOnlyList<double> RegionExtents { get; init; } = [];

    /// <summary>Bytes of the region's bit mask, which is not kept.</summary>
    public long? RegionMaskBytes { get; init; }

    public double? MassG { get; init; }

    public double? Density { get; init; }

    public double? AtomicNumber { get; init; }

    public double? Volume { get; init; }

    public string? Location { get; init; }

    /// <summary>A polygon is there and has fewer than two corners, or half of one; it is not used.</summary>
    public bool IsPolygonBroken => Polygon.Count > 0 && !IsPolygon;

    private bool IsPolygon => Polygon.Count >= 6 && Polygon.Count % 3 == 0 && Polygon.All(double.IsFinite);

    /// <summary>The rectangle around the polygon, without one that of the region (xray.md section 1.5): x1, y1, x2, y2; null without either.</summary>
    public (double X1, double Y1, double X2, double Y2)? Box()
    {
        if (IsPolygon)
        {
            return Around(Polygon);
        }

        // The sum of two finite numbers need not be one.
        bool region = RegionBase.Count >= 2 && RegionExtents.Count >= 2 && RegionBase.Zip(RegionExtents, static (from, extent) => from + extent).All(double.IsFinite);
        return region ? Around([RegionBase[0], RegionBase[1], 0, RegionBase[0] + RegionExtents[0], RegionBase[1] + RegionExtents[1], 0]) : null;
    }

    private static (double X1, double Y1, double X2, double Y2) Around(IReadOnlyList<double> corners)
    {
        var (x, y) = (corners.Where((_, i) => i % 3 == 0).ToArray(), corners.Where((_, i) => i % 3 == 1).ToArray());
        return (x.Min(), y.Min(), x.Max(), y.Max());
    }
}
