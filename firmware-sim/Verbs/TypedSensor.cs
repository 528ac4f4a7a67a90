using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Sensors;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A device without a driver of its own by hand.</summary>
internal static class TypedSensor
{
    public static SensorDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        SensorProfile profile = typed.Profile(SensorProfileReader.Read, mistakes);
        bool posts = typed.Driver == SensorReader.GenericHttp;
        bool isUrl = Uri.TryCreate(typed.Target, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp;
        bool isBroker = DockReader.IsBroker(typed.Target ?? "");
        if (posts ? !isUrl : !isBroker)
        {
            mistakes.Add(new Mistake("--target", posts ? "give --target http://host:port/{device}/{token}" : "give --target mqtt://host:port of the site's broker"));
        }

        return new SensorDevice
        {
            Id = typed.Id,
            Driver = typed.Driver,
            Profile = profile,
            Url = posts ? url : null,
            Broker = !posts && isBroker ? SimMqttOptions.Parse(typed.Target!, $"sensor-{profile.Serial}") : null,
            Count = typed.Count,
        };
    }
}
