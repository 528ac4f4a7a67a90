using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A patrol robot by hand.</summary>
internal static class TypedRobot
{
    public static RobotDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        var profile = typed.Profile(RobotProfileReader.Read, mistakes);
        return new RobotDevice
        {
            Id = typed.Id, Driver = typed.Driver, Profile = profile, Count = typed.Count,
            Broker = RobotReader.Broker(typed.Target ?? "", profile, _ => mistakes.Add(new Mistake("--target", "give --target mqtt://host:port of the site's broker"))),
        };
    }
}
