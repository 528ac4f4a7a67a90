namespace EdgeGateway.Pipeline.Parcels;

/// <summary>Which place of a station a statement comes from. The numbers are on disk.</summary>
public enum PartKind
{
    Scan = 0,

    Barcode = 1,

    Plc = 2,

    /// <summary>A desk, or the platform on behalf of one.</summary>
    Desk = 3,
}
