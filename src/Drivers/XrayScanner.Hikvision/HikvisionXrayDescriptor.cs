using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Hikvision;

/// <summary>What the gateway knows of this driver.</summary>
internal static class HikvisionXrayDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        HikvisionXrayMapping.DriverName,
        "XrayScanner.Hikvision",
        [ParcelInspectionBody.KindName, DeviceStatusBody.KindName],
        HikvisionXraySettings.Read,
        (context, options) => new HikvisionXrayDriver(context, options),
        options => options.Direction == HikvisionXrayDirection.Push);
}
