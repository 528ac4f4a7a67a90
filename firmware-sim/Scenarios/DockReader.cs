using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Drone.Dji;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a dock, <c>broker</c> and its profile, and builds its twin.</summary>
public static class DockReader
{
    public const string DroneDji = "drone-dji";

    public static DockDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string broker = json.Required("broker");
        if (broker.Length > 0 && !IsBroker(broker))
        {
            json.Report("broker", "must be mqtt://host:port or mqtts://host:port");
        }

        return new DockDevice { Id = "", Driver = DroneDji, Profile = profiles.For(json, DockProfileReader.Read), Broker = broker };
    }

    public static bool IsBroker(string uri) => Uri.TryCreate(uri, UriKind.Absolute, out Uri? parsed) && parsed.Scheme is "mqtt" or "mqtts";

    public static TroubledTwin Twin(DockDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        var wire = new DockMqttWire(SimMqttOptions.Parse(device.Broker, device.Profile.Gateway));
        return new(new DockTwin(new DockPlan(device.Id, device.Profile, run.Start, run.End, device.Count, run.Ledger), wire, trouble, run.Time), trouble);
    }
}
