using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>What the gateway knows of this driver.</summary>
internal static class HyteraSnmpDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        HyteraSnmpMapping.DriverName,
        "PdtRadio.HyteraSnmp",
        [SiteHealthBody.KindName, DeviceStatusBody.KindName],
        HyteraSnmpSettings.Read,
        (context, options) => new HyteraSnmpDriver(context, options),
        decoders: [new SnmpDecoder()]);
}
