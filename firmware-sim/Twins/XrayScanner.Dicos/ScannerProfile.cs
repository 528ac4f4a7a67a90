using EdgeGateway.Sim.Parcels;

namespace EdgeGateway.Sim.Twins.XrayScanner.Dicos;

/// <summary>How one scanner works and what is odd about it. Counts mean: every so many files; 0 is never.</summary>
public sealed record ScannerProfile
{
    public string Maker { get; init; } = "DemoScan";

    public string Model { get; init; } = "DX-6550";

    public string Serial { get; init; } = "SN-0007";

    public string MachineId { get; init; } = "XR-07";

    /// <summary>Offset of its clock's zone; the files name it.</summary>
    public TimeSpan Zone { get; init; } = TimeSpan.FromHours(8);

    public DicosEncoding Encoding { get; init; } = DicosEncoding.Explicit;

    /// <summary>Sequences with delimiters instead of lengths.</summary>
    public bool Undefined { get; init; }

    /// <summary>Whether it also writes a picture of each parcel.</summary>
    public bool Pictures { get; init; } = true;

    /// <summary>Columns and rows of a picture, 16 bits each.</summary>
    public int Columns { get; init; } = 320;

    public int Rows { get; init; } = 200;

    /// <summary>Writes under a passing name and renames; else straight under the name.</summary>
    public bool Renames { get; init; } = true;

    /// <summary>Its AE title, and the one it calls.</summary>
    public string Title { get; init; } = "XRAY07";

    public string Called { get; init; } = "EDGEGATEWAY";

    public ParcelMix Mix { get; init; } = new();

    public ScannerFaults Faults { get; init; } = new();
}
