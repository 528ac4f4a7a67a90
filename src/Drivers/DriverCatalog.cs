using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.BarcodeReader.Line;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Cabinet.Nut;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Drivers.Generic.Http;
using EdgeGateway.Drivers.Generic.Mqtt;
using EdgeGateway.Drivers.Generic.Snmp;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Drivers.Kiosk.Xfs4Iot;
using EdgeGateway.Drivers.PatrolRobot.Vda5050;
using EdgeGateway.Drivers.PdtRadio.Hytera;
using EdgeGateway.Drivers.PdtRadio.HyteraRepeater;
using EdgeGateway.Drivers.PdtRadio.HyteraSnmp;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Drivers.PdtRadio.TetraPei;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Drivers.PlateCamera.Hikvision;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Drivers.PlateLibrary.Viid;
using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Drivers.XrayScanner.Hikvision;
using EdgeGateway.Drivers.XrayScanner.Modbus;

namespace EdgeGateway.Drivers;

/// <summary>Every driver of the product, one line each.</summary>
public static class DriverCatalog
{
    public static readonly IReadOnlyList<DriverDescriptor> All =
    [
        HikvisionDescriptor.Value,
        DahuaDescriptor.Value,
        ViidCameraDescriptor.Value,
        ViidLibraryDescriptor.Value,
        HyteraRadioDescriptor.Value,
        HyteraRepeaterDescriptor.Value,
        HyteraSnmpDescriptor.Value,
        NmeaDescriptor.Value,
        TetraPeiDescriptor.Value,
        DicosDescriptor.Value,
        DahuaXrayDescriptor.Value,
        HikvisionXrayDescriptor.Value,
        BarcodeReaderDescriptor.Value,
        XrayModbusDescriptor.Value,
        CabinetDescriptor.Value,
        NutDescriptor.Value,
        MavlinkDescriptor.Value,
        DjiDescriptor.Value,
        Vda5050Descriptor.Value,
        KioskApplicationDescriptor.Value,
        GenericHttpDescriptor.Value,
        GenericMqttDescriptor.Value,
        Xfs4IotDescriptor.Value,
        GenericSnmpDescriptor.Value,
    ];
}
