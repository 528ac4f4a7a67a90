using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>What the gateway knows of this driver.</summary>
internal static class DicosDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        DicosMapping.DriverName,
        "XrayScanner.Dicos",
        [ParcelInspectionBody.KindName],
        DicosSettings.Read,
        (context, options) => new DicosDriver(context, options),
        decoders: [new DicosDecoder(TimeProvider.System)]);
}
