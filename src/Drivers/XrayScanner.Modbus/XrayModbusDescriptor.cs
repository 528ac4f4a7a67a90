using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>What the gateway knows of this driver.</summary>
internal static class XrayModbusDescriptor
{
    public static readonly DriverDescriptor Value = DriverDescriptor.For(
        XrayModbusMapping.DriverName,
        "XrayScanner.Modbus",
        [ParcelInspectionBody.KindName, ScannerStateBody.KindName],
        XrayModbusSettings.Read,
        (context, options) => new XrayModbusDriver(context, options),
        commands: BeltCommands.Names);
}
