using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>What the gateway knows of this driver. It takes no commands: nothing here can change anything in a device.</summary>
internal static class GenericSnmpDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        GenericSnmpMapping.DriverName,
        "Generic.Snmp",
        [
            KioskStateBody.KindName,
            KioskModuleBody.KindName,
            KioskConsumableBody.KindName,
            KioskCounterBody.KindName,
            KioskAlarmBody.KindName,
            SensorReadingBody.KindName,
            SensorEventBody.KindName,
            SensorAlarmBody.KindName,
        ],
        GenericSnmpSettings.Read,
        (context, options) => new GenericSnmpDriver(context, options));
}
