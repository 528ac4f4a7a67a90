using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>What the gateway knows of this driver.</summary>
internal static class Xfs4IotDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        Xfs4IotMapping.DriverName,
        "Kiosk.Xfs4Iot",
        [KioskStateBody.KindName, KioskModuleBody.KindName, KioskConsumableBody.KindName, KioskAlarmBody.KindName],
        Xfs4IotSettings.Read,
        (context, options) => new Xfs4IotDriver(context, options),
        decoders: [new Xfs4IotDecoder(TimeProvider.System)]);
}
