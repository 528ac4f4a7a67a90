using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Drivers.Cabinet.Nut;

/// <summary>What the gateway knows of this driver.</summary>
internal static class NutDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        NutMapping.DriverName,
        "Cabinet.Nut",
        [CabinetStateBody.KindName, CabinetAlarmBody.KindName],
        NutSettings.Read,
        (context, options) => new NutDriver(context, options),
        decoders: [new NutDecoder()]);
}
