using System.Net;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Drone.Mavlink;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of vehicles on a MAVLink link: <c>target</c>, <c>listen</c> or <c>port</c>, and their profile.</summary>
public static class FlyerReader
{
    public const string DroneMavlink = "drone-mavlink";

    public static FlyerDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string? port = json.Has("port") ? json.Required("port") : null;
        IPEndPoint? listen = EndPoint(json, "listen");
        IPEndPoint? target = EndPoint(json, "target");
        if (port is null && listen is null && target is null)
        {
            json.Report("target", "is missing: where the gateway hears datagrams, such as 127.0.0.1:14550; or listen for TCP, or port for a serial line");
        }

        return new FlyerDevice { Id = "", Driver = DroneMavlink, Profile = profiles.For(json, FlyerProfileReader.Read), Target = target, Listen = listen, Port = port };
    }

    private static IPEndPoint? EndPoint(JsonSection json, string name)
    {
        if (!json.Has(name))
        {
            return null;
        }

        if (IPEndPoint.TryParse(json.Text(name, ""), out IPEndPoint? end))
        {
            return end;
        }

        json.Report(name, "must be address:port, such as 127.0.0.1:14550");
        return null;
    }
}
