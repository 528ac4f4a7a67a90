using System.Net;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Drone.Mavlink;

namespace EdgeGateway.Sim.Verbs;

/// <summary>Vehicles on a MAVLink link by hand.</summary>
internal static class TypedFlyer
{
    public static FlyerDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        IPEndPoint? target = IPEndPoint.TryParse(typed.Target ?? "", out IPEndPoint? called) ? called : null;
        if (target is null && typed.End is null && typed.Port is null)
        {
            mistakes.Add(new Mistake("--target", "give --target address:port of the gateway's UDP port, --listen address:port for TCP, or --port to make a serial line"));
        }

        return new FlyerDevice
        {
            Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(FlyerProfileReader.Read, mistakes), Target = target, Listen = typed.End, Port = typed.Port, Count = typed.Count,
        };
    }
}
