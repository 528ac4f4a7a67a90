using System.CommandLine;
using System.Net;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;

namespace EdgeGateway.Sim.Verbs;

/// <summary>What a person typed of a cabinet or a server of UPSs.</summary>
internal sealed record TypedCabinet(string Driver, string Id, string? Listen, string? Folder, long Count)
{
    public bool IsCabinet => Driver is CabinetReader.Cabinet or CabinetReader.UpsNut;

    public static Option<string?> Option() => new("--folder") { Description = "cabinet: the folder that shows it, such as /tmp/cabinet." };

    public ScenarioDevice Device(JsonSection profile, List<Mistake> mistakes)
    {
        IPEndPoint? end = IPEndPoint.TryParse(Listen ?? "", out IPEndPoint? parsed) ? parsed : null;
        if (Driver == CabinetReader.Cabinet)
        {
            Require(Folder is not null, "--folder", "give --folder, where the cabinet is shown");
            return new CabinetDevice { Id = Id, Driver = Driver, Profile = CabinetProfileReader.Read(profile), Folder = Folder ?? "", Count = Count };
        }

        Require(end is not null, "--listen", "give --listen address:port");
        return new UpsDevice { Id = Id, Driver = Driver, Profile = NutProfileReader.Read(profile), Listen = end, Count = Count };

        void Require(bool right, string option, string why)
        {
            if (!right)
            {
                mistakes.Add(new Mistake(option, why));
            }
        }
    }
}
