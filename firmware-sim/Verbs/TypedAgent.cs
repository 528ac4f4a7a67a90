using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Generic.Snmp;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A printer or a switch by hand.</summary>
internal static class TypedAgent
{
    public static SnmpDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.End is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, such as 127.0.0.1:10161"));
        }

        return new SnmpDevice { Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(SnmpTwinProfileReader.Read, mistakes), Listen = typed.End, Count = typed.Count };
    }
}
