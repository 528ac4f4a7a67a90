using System.Net;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a cabinet (<c>folder</c>) or of a server of UPSs (<c>listen</c>).</summary>
public static class CabinetReader
{
    public const string Cabinet = "cabinet";

    public const string UpsNut = "ups-nut";

    public static ScenarioDevice Read(JsonSection json, ProfileLibrary profiles, string driver)
    {
        if (driver == Cabinet)
        {
            return new CabinetDevice { Id = "", Driver = driver, Profile = profiles.For(json, CabinetProfileReader.Read), Folder = json.Required("folder") };
        }

        string listen = json.Required("listen");
        IPEndPoint? end = null;
        if (listen.Length > 0 && !IPEndPoint.TryParse(listen, out end))
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:3493");
        }

        return new UpsDevice { Id = "", Driver = driver, Profile = profiles.For(json, NutProfileReader.Read), Listen = end };
    }
}
