using System.Net;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PdtRadio.Nmea;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a satellite receiver: <c>listen</c> or <c>port</c>, and its profile.</summary>
public static class ReceiverReader
{
    public static ReceiverDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string? port = json.Has("port") ? json.Required("port") : null;
        string listen = port is null ? json.Required("listen") : "";
        IPEndPoint? end = null;
        if (listen.Length > 0 && !IPEndPoint.TryParse(listen, out end))
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:4001");
        }

        return new ReceiverDevice { Id = "", Driver = DeviceReader.NmeaGnss, Profile = profiles.For(json, NmeaProfileReader.Read), Listen = end, Port = port };
    }
}
