using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>What the gateway knows of this driver.</summary>
internal static class DahuaDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        DahuaMapping.DriverName,
        "PlateCamera.Dahua",
        [PlateReadBody.KindName],
        DahuaSettings.Read,
        (context, options) => new DahuaDriver(context, options),
        options => options.Mode == DahuaMode.Push,
        [new DahuaDecoder()]);
}
