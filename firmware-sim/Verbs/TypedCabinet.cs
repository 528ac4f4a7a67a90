using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Cabinet.Linux;
using EdgeGateway.Sim.Twins.Cabinet.Nut;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A cabinet or a server of UPSs by hand.</summary>
internal static class TypedCabinet
{
    public static CabinetDevice Cabinet(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.Folder is null)
        {
            mistakes.Add(new Mistake("--folder", "give --folder, where the cabinet is shown"));
        }

        return new CabinetDevice { Id = typed.Id, Driver = typed.Driver, Profile = CabinetProfileReader.Read(typed.Section(mistakes)), Folder = typed.Folder ?? "", Count = typed.Count };
    }

    public static UpsDevice Ups(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.End is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port"));
        }

        return new UpsDevice { Id = typed.Id, Driver = typed.Driver, Profile = NutProfileReader.Read(typed.Section(mistakes)), Listen = typed.End, Count = typed.Count };
    }
}
