using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>From a code to a part of a parcel's record (xray.md section 4.3). No clock: the time of receipt is passed in.</summary>
public static class BarcodeReaderMapping
{
    public const string DriverName = "barcode-reader";

    private const string Label = "BARCODE";

    /// <param name="device">Device id from the configuration.</param>
    /// <param name="code">Without everything around it.</param>
    /// <param name="options">What a scan means here.</param>
    /// <param name="received">A reader tells no time: it happened when it was heard.</param>
    public static Reading ToReading(string device, string code, BarcodeReaderOptions options, DateTimeOffset received) => Reading.OfReceipt(
        device,
        DriverName,
        Lane.Event,
        received,
        new ParcelInspectionBody
        {
            Origin = ParcelWords.Barcode,
            Result = ParcelWords.Unknown,
            Parcel = new ParcelIdentity(code, IdType: Label),
            WaybillNo = code,
            Barcodes = [code],
            RealName = options is { Role: BarcodeRole.Acceptance, Verifies: true } ? ParcelWords.Verified : null,
            OpenCheck = options.Role == BarcodeRole.Opening ? new ParcelOpening(true) : null,
            Source = new SourceInfo(FormattableString.Invariant($"{code}/{received.ToUnixTimeMilliseconds()}")),
        });
}
