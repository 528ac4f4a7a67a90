using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>What the gateway knows of this driver.</summary>
internal static class DahuaXrayDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        DahuaXrayMapping.DriverName,
        "XrayScanner.Dahua",
        [ParcelInspectionBody.KindName, DeviceStatusBody.KindName],
        DahuaXraySettings.Read,
        (context, options) => new DahuaXrayDriver(context, options));
}
