using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>What the gateway knows of this driver.</summary>
internal static class ViidCameraDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        ViidCameraMapping.DriverName,
        "PlateCamera.Viid",
        [PlateReadBody.KindName],
        ViidCameraSettings.Read,
        (context, options) => new ViidCameraDriver(context, options),
        _ => true,
        [new ViidDecoder()]);
}
