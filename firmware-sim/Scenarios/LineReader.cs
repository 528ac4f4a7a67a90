using System.Net;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a belt controller or a bar code reader: <c>listen</c> or <c>port</c>, and its profile.</summary>
public static class LineReader
{
    public static LineDevice Read(JsonSection json, ProfileLibrary profiles, string driver)
    {
        string? port = json.Has("port") ? json.Required("port") : null;
        string listen = port is null ? json.Required("listen") : "";
        IPEndPoint? end = null;
        if (listen.Length > 0 && !IPEndPoint.TryParse(listen, out end))
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:1502");
        }

        return driver == DeviceReader.XrayModbus
            ? new BeltDevice { Id = "", Driver = driver, Profile = profiles.For(json, BeltProfileReader.Read), Listen = end, Port = port }
            : new BarcodeDevice { Id = "", Driver = driver, Profile = profiles.For(json, BarcodeProfileReader.Read), Listen = end, Port = port };
    }
}
