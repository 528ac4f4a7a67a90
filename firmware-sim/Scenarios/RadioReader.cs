using System.Net;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a mobile or repeater.</summary>
public static class RadioReader
{
    /// <summary>Services of two slots take so many ports, with those between that are not used.</summary>
    private const int PortsOfRepeater = 10;

    public static RadioDevice Read(JsonSection json, ProfileLibrary profiles, string driver)
    {
        RadioWire wire = driver == DeviceReader.HyteraRepeater ? RadioWire.Repeater
            : json.Choice("wire", RadioWire.Tcp, ("serial", RadioWire.Serial), ("tcp", RadioWire.Tcp), ("udp", RadioWire.Udp));
        return new RadioDevice
        {
            Id = "",
            Driver = driver,
            Profile = profiles.For(json, RadioProfileReader.Read),
            Wire = wire,
            Listen = wire == RadioWire.Serial ? null : Listen(json, wire),
            Port = wire == RadioWire.Serial ? json.Required("port") : null,
        };
    }

    private static IPEndPoint? Listen(JsonSection json, RadioWire wire)
    {
        string text = json.Required("listen");
        if (IPEndPoint.TryParse(text, out IPEndPoint? end) && (wire != RadioWire.Repeater || end.Port <= IPEndPoint.MaxPort - PortsOfRepeater))
        {
            return end;
        }

        if (text.Length > 0)
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:3005; of a repeater the port of RRS on slot 1, such as 127.0.0.1:30001");
        }

        return null;
    }
}
