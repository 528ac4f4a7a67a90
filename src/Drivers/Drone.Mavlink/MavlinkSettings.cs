using System.Net;
using EdgeGateway.Drivers.Abstractions.Settings;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Modbus;
using EdgeGateway.Drivers.Transport.Serial;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Reads <see cref="MavlinkOptions"/> from a device's entry.</summary>
internal static class MavlinkSettings
{
    private static readonly string[] s_ways = ["listen", "udp", "tcp", "line"];
    private static readonly SerialSettings s_usual = new(string.Empty) { BaudRate = 57_600 };

    public static MavlinkOptions Read(SettingsReader device)
    {
        var options = ReadWay(device);
        var self = new MavlinkSelf(
            (byte)device.Whole("system", 255, 1, 255),
            (byte)device.Whole("component", 190, 1, 255),
            device.Flag("heartbeat", true),
            device.Flag("askIdentity", true),
            device.Flag("setIntervals", true));
        double rate = device.Number("maxRateHz", 1, 0.1, 50);
        return options with
        {
            Self = self,
            Fleet = MavlinkFleetSettings.Read(device, self.System, options.Listen is not null),
            Signing = MavlinkSigningSettings.Read(device),
            Pace = new MavlinkPace
            {
                Every = TimeSpan.FromSeconds(1 / rate),
                Report = device.Duration("report", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5), TimeSpan.FromHours(1)),
            },
            Patience = new MavlinkPatience
            {
                Offline = device.Duration("offlineAfter", TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60)),
                Aircraft = device.Duration("aircraftExpiry", TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)),
                Ack = device.Duration("ackTimeout", TimeSpan.FromMilliseconds(1500), TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10)),
                Progress = device.Duration("progressTimeout", TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            },
        };
    }

    /// <summary>Exactly one of the four.</summary>
    private static MavlinkOptions ReadWay(SettingsReader device)
    {
        string[] written = [.. s_ways.Where(device.Has)];
        if (written.Length == 0)
        {
            device.Wrong("listen", "missing", MavlinkWords.NoWay, MavlinkWords.WriteAWay);
        }

        foreach (string second in written.Skip(1))
        {
            device.Wrong(second, "contradiction", MavlinkWords.TwoWays, MavlinkWords.OneWay);
        }

        var (udp, tcp, line) = (device.Section("udp"), device.Section("tcp"), device.Section("line"));
        var options = new MavlinkOptions
        {
            Listen = ReadListen(device),
            Udp = udp is null ? null : ReadAddress(udp, 14_550),
            Tcp = tcp is null ? null : ReadAddress(tcp, 5_760),
            Line = line is null ? null : SerialSettingsReader.Read(line, s_usual),
        };
        line?.Finish();
        return options;
    }

    private static IPEndPoint? ReadListen(SettingsReader device)
    {
        if (device.Text("listen") is not { } text)
        {
            return null;
        }

        // A bare address would parse as one with port 0.
        if (IPEndPoint.TryParse(text, out var local) && text.EndsWith($":{local.Port}", StringComparison.Ordinal) && !IPAddress.TryParse(text, out _))
        {
            return local;
        }

        device.Wrong("listen", "not-an-endpoint", MavlinkWords.NotAnEndpoint, MavlinkWords.WriteAnEndpoint);
        return null;
    }

    private static DeviceAddress ReadAddress(SettingsReader section, int usual)
    {
        string host = section.RequiredText("host", MavlinkWords.WriteAHost);
        if (host.Length > 0 && Uri.CheckHostName(host) == UriHostNameType.Unknown)
        {
            section.Wrong("host", "not-a-host", MavlinkWords.NotAHost, MavlinkWords.WriteAHost);
        }

        var address = new DeviceAddress(host, section.Whole("port", usual, 1, 65_535));
        section.Finish();
        return address;
    }
}
