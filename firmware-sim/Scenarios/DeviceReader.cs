using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads the devices of a scenario.</summary>
public static class DeviceReader
{
    public const string HikvisionAnpr = "hikvision-anpr";

    public const string DahuaAnpr = "dahua-anpr";

    public const string ViidCamera = "viid-camera";

    /// <summary>A library below the gateway; one above it has no traffic of its own.</summary>
    public const string ViidLibrary = "viid-library";

    public const string HyteraRadio = "hytera-radio";

    public const string HyteraRepeater = "hytera-repeater";

    public const string NmeaGnss = "nmea-gnss";

    public const string XrayModbus = "xray-modbus";

    public const string BarcodeReader = "barcode-reader";

    public const string XrayDicos = "xray-dicos";

    public const string XrayDahua = "xray-dahua";

    public const string XrayHikvision = "xray-hikvision";

    private static readonly IReadOnlyList<string> s_drivers =
    [
        HikvisionAnpr,
        DahuaAnpr,
        ViidCamera,
        ViidLibrary,
        HyteraRadio,
        HyteraRepeater,
        NmeaGnss,
        XrayDicos,
        XrayDahua,
        XrayHikvision,
        XrayModbus,
        BarcodeReader,
        CabinetReader.Cabinet,
        CabinetReader.UpsNut,
        FlyerReader.DroneMavlink,
        RobotReader.Vda5050,
        DockReader.DroneDji,
        SensorReader.GenericHttp,
        SensorReader.GenericMqtt,
        KioskReader.Xfs,
        KioskReader.Software,
        SnmpReader.GenericSnmp,
    ];

    public static IReadOnlyList<ScenarioDevice> ReadAll(JsonSection scenario, ProfileLibrary profiles)
    {
        IReadOnlyList<JsonSection> sections = scenario.Sections("devices");
        if (sections.Count == 0)
        {
            scenario.Report("devices", "must name at least one device");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var devices = new List<ScenarioDevice>(sections.Count);
        foreach (JsonSection section in sections)
        {
            ScenarioDevice device = Read(section, profiles);
            if (device.Id.Length > 0 && !seen.Add(device.Id))
            {
                section.Report("id", $"{device.Id} is there twice");
            }

            devices.Add(device);
        }

        return devices;
    }

    private static ScenarioDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string driver = json.Choice("driver", HikvisionAnpr, [.. s_drivers.Select(static name => (name, name))]);
        ScenarioDevice device = driver switch
        {
            HyteraRadio or HyteraRepeater => RadioReader.Read(json, profiles, driver),
            NmeaGnss => ReceiverReader.Read(json, profiles),
            XrayDicos => ScannerReader.Read(json, profiles),
            XrayDahua or XrayHikvision => InspectionReader.Read(json, profiles, driver),
            XrayModbus or BarcodeReader => LineReader.Read(json, profiles, driver),
            FlyerReader.DroneMavlink => FlyerReader.Read(json, profiles),
            CabinetReader.Cabinet or CabinetReader.UpsNut => CabinetReader.Read(json, profiles, driver),
            RobotReader.Vda5050 => RobotReader.Read(json, profiles),
            DockReader.DroneDji => DockReader.Read(json, profiles),
            SensorReader.GenericHttp or SensorReader.GenericMqtt => SensorReader.Read(json, profiles, driver),
            KioskReader.Xfs or KioskReader.Software => KioskReader.Read(json, profiles, driver),
            SnmpReader.GenericSnmp => SnmpReader.Read(json, profiles),
            _ => CameraReader.Read(json, profiles, driver),
        };
        device = device with
        {
            Id = Id(json),
            Driver = driver,
            Count = json.Has("count") ? json.Count("count", 0, 1, int.MaxValue) : long.MaxValue,
        };
        json.Done();
        return device;
    }

    private static string Id(JsonSection json)
    {
        string id = json.Required("id");
        if (id.Length > 0 && !NameRule.IsName(id))
        {
            json.Report("id", "must be " + NameRule.InWords);
        }

        return id;
    }
}
