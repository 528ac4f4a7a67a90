using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Modbus;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Serial;

namespace EdgeGateway.Drivers.XrayScanner.Modbus;

/// <summary>Reads <see cref="XrayModbusOptions"/> from a device's entry.</summary>
internal static class XrayModbusSettings
{
    private const int ModbusPort = 502;
    private const int MostSkipped = 100_000;

    /// <summary>A controller that starts refuses addresses that it has later: parcels shall not wait for minutes.</summary>
    private static readonly TimeSpan s_refusedRetry = TimeSpan.FromSeconds(30);

    private static readonly SerialSettings s_usual = new(string.Empty) { BaudRate = 9_600 };

    public static XrayModbusOptions Read(SettingsReader device)
    {
        var usual = BeltPace.Usual;
        var pace = new BeltPace(
            device.Duration("stateEvery", usual.State, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10)),
            device.Duration("parcelEvery", usual.Parcel, TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10)),
            device.Duration("every", usual.Measured, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1)));
        var bus = ReadBus(device);
        return new XrayModbusOptions
        {
            Bus = bus,
            Limits = new BusLimits { Gap = device.Whole("gap", 8, 0, 100), MostWords = device.Whole("mostWords", 125, 1, 125), RefusedRetry = s_refusedRetry },
            Units = BeltUnitSettings.Read(device, pace, bus.Tcp is null),
            Report = device.Duration("report", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            HeartbeatStuck = device.Duration("heartbeatStuck", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            DecisionWait = device.Duration("decisionWait", TimeSpan.FromSeconds(3), TimeSpan.Zero, TimeSpan.FromSeconds(60)),
            MostSkipped = device.Whole("mostSkipped", 5_000, 0, MostSkipped),
            ConfirmWithin = device.Duration("confirmWithin", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30)),
        };
    }

    /// <summary>Exactly one of <c>tcp</c> and <c>line</c>.</summary>
    private static ModbusBusSettings ReadBus(SettingsReader device)
    {
        var (tcp, line) = (device.Section("tcp"), device.Section("line"));
        if (tcp is null && line is null)
        {
            device.Wrong("tcp", "missing", XrayModbusWords.NoBus, XrayModbusWords.WriteABus);
        }
        else if (tcp is not null && line is not null)
        {
            device.Wrong("line", "contradiction", XrayModbusWords.TwoBuses, XrayModbusWords.OneBus);
        }

        var address = tcp is null ? null : ReadAddress(tcp);
        var serial = line is null ? null : SerialSettingsReader.Read(line, s_usual);
        line?.Finish();
        return new ModbusBusSettings(
            address,
            address is null ? serial : null,
            device.Duration("answerTime", TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10)),
            device.Whole("retries", 1, 0, 5),
            device.Whole("outstanding", 1, 1, 16));
    }

    private static DeviceAddress ReadAddress(SettingsReader tcp)
    {
        string host = tcp.RequiredText("host", XrayModbusWords.WriteAHost);
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            tcp.Wrong("host", "not-a-host", XrayModbusWords.NotAHost, XrayModbusWords.WriteAHost);
        }

        var address = new DeviceAddress(host, tcp.Whole("port", ModbusPort, 1, 65_535));
        tcp.Finish();
        return address;
    }
}
