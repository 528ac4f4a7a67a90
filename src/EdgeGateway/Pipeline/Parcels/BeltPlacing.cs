namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Where a number of a controller's count belongs among the scanned parcels of the belt, as far as its neighbours tell.</summary>
/// <param name="Before">The place that follows from the nearest placed number before it; -1 when there is none.</param>
/// <param name="Behind">The same from the one behind it.</param>
internal readonly record struct BeltPlacing(int Before, int Behind)
{
    /// <summary>Nothing is known of the count.</summary>
    public static readonly BeltPlacing Nowhere = new(-1, -1);

    /// <summary>As many scans lie between its two neighbours as numbers.</summary>
    public bool IsSure => Before >= 0 && Before == Behind;

    /// <summary>The place when only one side tells of one; -1 when both do or none.</summary>
    public int OneSided => Behind < 0 ? Before : Before < 0 ? Behind : -1;

    /// <summary>Whether the count says nothing against a place.</summary>
    public bool Allows(int place) => this == Nowhere || place == Before || place == Behind;
}
