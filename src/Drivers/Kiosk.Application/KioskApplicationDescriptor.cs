using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>What the gateway knows of this driver.</summary>
internal static class KioskApplicationDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        KioskApplicationMapping.DriverName,
        "Kiosk.Application",
        [KioskTransactionBody.KindName, KioskStateBody.KindName, KioskModuleBody.KindName, KioskConsumableBody.KindName, KioskCounterBody.KindName, KioskAlarmBody.KindName],
        KioskApplicationSettings.Read,
        (context, options) => new KioskApplicationDriver(context, options),
        options => options.Token is not null,
        [new KioskDecoder(TimeProvider.System)]);
}
