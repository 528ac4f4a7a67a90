using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Transport.Serial;

/// <summary>Reads <see cref="SerialSettings"/> from a device's entry, the same names for every driver.</summary>
public static class SerialSettingsReader
{
    private static readonly string[] s_ofTheTty = ["baud", "dataBits", "parity", "stopBits", "flow", "dtr", "rts"];

    private static readonly Dictionary<string, SerialParity> s_parities = new(StringComparer.Ordinal)
    {
        ["none"] = SerialParity.None,
        ["odd"] = SerialParity.Odd,
        ["even"] = SerialParity.Even,
    };

    private static readonly Dictionary<string, bool> s_flows = new(StringComparer.Ordinal)
    {
        ["none"] = false,
        ["rts-cts"] = true,
    };

    /// <summary>Asks for <c>port</c> (required), <c>baud</c>, <c>dataBits</c>, <c>parity</c>, <c>stopBits</c>, <c>flow</c>, <c>dtr</c> and <c>rts</c>.</summary>
    /// <param name="device">The object that they stand in.</param>
    /// <param name="otherwise">What counts where nothing is written; null: 115200 baud, 8N1, no flow control, DTR and RTS left alone.</param>
    public static SerialSettings Read(SettingsReader device, SerialSettings? otherwise = null)
    {
        var settings = (otherwise ?? new SerialSettings(string.Empty)) with { Port = device.RequiredText("port", SerialWordsForPeople.WriteAPort) };
        bool right = settings.Port.Length == 0 || SerialPortName.IsRight(settings.Port);
        Refuse(device, !right, "port", "not-a-port", SerialWordsForPeople.NotAPort, SerialWordsForPeople.WriteAPort);
        foreach (string name in s_ofTheTty.Where(name => SerialPortName.IsServer(settings.Port) && device.Has(name)))
        {
            Refuse(device, true, name, "contradiction", SerialWordsForPeople.NotWithAServer, SerialWordsForPeople.SetTheServer);
        }

        return ReadLine(device, settings);
    }

    private static SerialSettings ReadLine(SettingsReader device, SerialSettings otherwise)
    {
        int baud = device.Whole("baud", otherwise.BaudRate, TtyMode.Rates.Min(), TtyMode.Rates.Max());
        Refuse(device, !TtyMode.Rates.Contains(baud), "baud", "unknown-choice", SerialWordsForPeople.NoRate, SerialWordsForPeople.WriteARate);
        bool flow = device.Choice("flow", otherwise.HardwareFlow, s_flows);
        var settings = otherwise with
        {
            BaudRate = TtyMode.Rates.Contains(baud) ? baud : otherwise.BaudRate,
            DataBits = device.Whole("dataBits", otherwise.DataBits, 7, 8),
            Parity = device.Choice("parity", otherwise.Parity, s_parities),
            StopBits = device.Whole("stopBits", otherwise.StopBits, 1, 2),
            HardwareFlow = flow,
            Dtr = Level(device, "dtr", otherwise.Dtr),
            Rts = Level(device, "rts", otherwise.Rts),
        };
        Refuse(device, flow && device.Has("rts"), "rts", "contradiction", SerialWordsForPeople.RtsIsTheFlow, SerialWordsForPeople.OneOfBoth);
        return settings;
    }

    private static bool? Level(SettingsReader device, string name, bool? otherwise) => device.Has(name) ? device.Flag(name, otherwise ?? true) : otherwise;

    private static void Refuse(SettingsReader device, bool wrong, string name, string code, Words problem, Words right)
    {
        if (wrong)
        {
            device.Wrong(name, code, problem, right);
        }
    }
}
