using EdgeGateway.Sim.Parcels;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>Files as the twin writes them; it shares nothing with the reader.</summary>
internal static class ScannerWords
{
    public static readonly ScannerProfile Profile = new() { Columns = 64, Rows = 48 };

    public static ScannerFile File(string barcode, ParcelPart part = ParcelPart.Report, ParcelVerdict verdict = ParcelVerdict.Alarm, int version = 0, DicosEncoding encoding = DicosEncoding.Explicit) =>
        new ScannerVoice("cam-1", Profile).Say(new ParcelStatement(Parcel(barcode, verdict), part, DateTimeOffset.UtcNow), version: version, encoding: encoding);

    private static ParcelPlan Parcel(string barcode, ParcelVerdict verdict) => new()
    {
        Index = 0,
        Barcode = barcode,
        ScanUid = "2.25.4711",
        ScanId = "SCAN-1",
        At = DateTimeOffset.UtcNow.AddSeconds(-1),
        DecidedAt = DateTimeOffset.UtcNow,
        Machine = verdict,
        Inside = ParcelThing.All[0],
        Reads = [],
        Seed = (ulong)string.GetHashCode(barcode, StringComparison.Ordinal),
    };
}
