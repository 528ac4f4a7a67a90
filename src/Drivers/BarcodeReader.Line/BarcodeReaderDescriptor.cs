using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.BarcodeReader.Line;

/// <summary>What the gateway knows of this driver.</summary>
internal static class BarcodeReaderDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        BarcodeReaderMapping.DriverName,
        "BarcodeReader.Line",
        [ParcelInspectionBody.KindName],
        BarcodeReaderSettings.Read,
        (context, options) => new BarcodeReaderDriver(context, options));
}
