using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Linux;

/// <summary>What the gateway knows of this driver.</summary>
internal static class CabinetDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        CabinetMapping.DriverName,
        "Cabinet.Linux",
        [CabinetStateBody.KindName, CabinetAlarmBody.KindName],
        CabinetSettings.Read,
        (context, options) => new CabinetDriver(context, options));
}
