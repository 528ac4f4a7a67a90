using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport.Serial;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>Reads <see cref="HyteraRadioOptions"/> from a device's entry.</summary>
internal static class HyteraRadioSettings
{
    private static readonly string[] s_serialOnly = ["port", "baud", "dataBits", "parity", "stopBits", "flow", "dtr", "rts"];
    private static readonly string[] s_udpOnly = ["host", "hrnpPort", "localHrnpPort"];
    private static readonly string[] s_bareOnly = ["ports", "localPorts", "groupSubnet"];

    private static readonly Dictionary<string, HyteraRadioMode> s_modes = new(StringComparer.Ordinal)
    {
        ["serial"] = HyteraRadioMode.Serial,
        ["udp-hrnp"] = HyteraRadioMode.UdpHrnp,
        ["udp"] = HyteraRadioMode.Udp,
    };

    public static HyteraRadioOptions Read(SettingsReader device)
    {
        var mode = device.Choice("mode", HyteraRadioMode.Serial, s_modes);
        var options = mode switch
        {
            HyteraRadioMode.Serial => ReadSerial(device),
            HyteraRadioMode.UdpHrnp => ReadUdp(device),
            _ => ReadBare(device, ReadUdp(device)),
        };
        Refuse(device, mode != HyteraRadioMode.Udp, s_bareOnly, LinkWordsForPeople.OnlyBare, LinkWordsForPeople.RemoveOrBare);
        return options with
        {
            Mode = mode,
            AckTimeout = RadioLinkSettings.ReadAckTimeout(device),
            ProbeAfter = device.Duration("probeAfter", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)),
            Common = RadioLinkSettings.Read(device),
        };
    }

    private static HyteraRadioOptions ReadSerial(SettingsReader device)
    {
        Refuse(device, true, s_udpOnly, LinkWordsForPeople.OnlyUdp, LinkWordsForPeople.RemoveOrUdp);
        return new HyteraRadioOptions { Line = SerialSettingsReader.Read(device) };
    }

    private static HyteraRadioOptions ReadUdp(SettingsReader device)
    {
        Refuse(device, true, s_serialOnly, LinkWordsForPeople.OnlySerial, LinkWordsForPeople.RemoveOrSerial);
        int port = device.Whole("hrnpPort", 3005, 1, 65_535);
        return new HyteraRadioOptions
        {
            Host = RadioLinkSettings.ReadHost(device),
            HrnpPort = port,
            LocalHrnpPort = device.Whole("localHrnpPort", port, 0, 65_535),
        };
    }

    private static HyteraRadioOptions ReadBare(SettingsReader device, HyteraRadioOptions options)
    {
        var (remote, local) = (device.Section("ports"), device.Section("localPorts"));
        var ports = new List<BarePort>();
        foreach (var standard in BarePort.Default)
        {
            string name = standard.Service.ToString().ToLowerInvariant();
            int there = remote?.Whole(name, standard.Remote, 1, 65_535) ?? standard.Remote;
            ports.Add(new BarePort(standard.Service, there, local?.Whole(name, there, 0, 65_535) ?? there));
        }

        remote?.Finish();
        local?.Finish();
        int[] own = [.. ports.Select(port => port.Local).Append(options.LocalHrnpPort).Where(port => port != 0)];
        RadioLinkSettings.Refuse(device, own.Distinct().Count() < own.Length, "localPorts", LinkWordsForPeople.PortTwice, LinkWordsForPeople.OnePortEach);
        return options with { Ports = ports, GroupSubnet = (byte)device.Whole("groupSubnet", 225, 0, 255) };
    }

    private static void Refuse(SettingsReader device, bool wrong, IEnumerable<string> names, Words problem, Words right)
    {
        foreach (string name in names.Where(name => wrong && device.Has(name)))
        {
            RadioLinkSettings.Refuse(device, true, name, problem, right);
        }
    }
}
