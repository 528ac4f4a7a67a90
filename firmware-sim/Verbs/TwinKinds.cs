using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary>Which devices can be played by hand, and what makes one out of what was typed: a line a driver.</summary>
internal static class TwinKinds
{
    /// <summary>Makes the device, and notes everything that is wrong with what was typed.</summary>
    public delegate ScenarioDevice Make(TypedTwin typed, List<Mistake> mistakes);

    public static IReadOnlyList<(string Driver, Make Device)> All { get; } =
    [
        (DeviceReader.HikvisionAnpr, TypedCamera.Device),
        (DeviceReader.DahuaAnpr, TypedCamera.Device),
        (DeviceReader.ViidCamera, TypedCamera.Viid),
        (DeviceReader.ViidLibrary, TypedCamera.Viid),
        (DeviceReader.HyteraRadio, TypedRadio.Device),
        (DeviceReader.HyteraRepeater, TypedRadio.Device),
        (DeviceReader.XrayDicos, TypedScanner.Device),
        (DeviceReader.XrayModbus, TypedLine.Belt),
        (DeviceReader.BarcodeReader, TypedLine.Barcodes),
        (CabinetReader.Cabinet, TypedCabinet.Cabinet),
        (CabinetReader.UpsNut, TypedCabinet.Ups),
        (FlyerReader.DroneMavlink, TypedFlyer.Device),
        (DockReader.DroneDji, TypedDock.Device),
        (RobotReader.Vda5050, TypedRobot.Device),
        (KioskReader.Xfs, TypedKiosk.Xfs),
        (KioskReader.Software, TypedKiosk.Software),
        (SensorReader.GenericHttp, TypedSensor.Device),
        (SensorReader.GenericMqtt, TypedSensor.Device),
    ];

    public static ScenarioDevice Device(TypedTwin typed, List<Mistake> mistakes) => All.Single(kind => kind.Driver == typed.Driver).Device(typed, mistakes);
}
