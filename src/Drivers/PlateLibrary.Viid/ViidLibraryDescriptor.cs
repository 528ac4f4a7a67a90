using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Plates;

namespace EdgeGateway.Drivers.PlateLibrary.Viid;

/// <summary>What the gateway knows of this driver.</summary>
internal static class ViidLibraryDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        ViidLibraryMapping.DriverName,
        "PlateLibrary.Viid",
        [PlateReadBody.KindName],
        ViidLibrarySettings.Read,
        (context, options) => new ViidLibraryDriver(context, options),
        _ => true);
}
