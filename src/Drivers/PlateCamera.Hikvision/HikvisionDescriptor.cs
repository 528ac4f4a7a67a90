using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>What the gateway knows of this driver.</summary>
internal static class HikvisionDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        HikvisionMapping.DriverName,
        "PlateCamera.Hikvision",
        [PlateReadBody.KindName],
        HikvisionSettings.Read,
        (context, options) => new HikvisionDriver(context, options),
        options => options.Direction == HikvisionDirection.Push,
        [new IsapiDecoder()]);
}
