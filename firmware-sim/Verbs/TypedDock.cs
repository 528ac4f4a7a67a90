using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Drone.Dji;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A dock with its aircraft by hand.</summary>
internal static class TypedDock
{
    public static DockDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.Target is null || !DockReader.IsBroker(typed.Target))
        {
            mistakes.Add(new Mistake("--target", "give --target mqtt://host:port of the site's broker"));
        }

        return new DockDevice { Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(DockProfileReader.Read, mistakes), Broker = typed.Target ?? "", Count = typed.Count };
    }
}
