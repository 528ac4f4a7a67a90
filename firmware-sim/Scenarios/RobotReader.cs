using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a patrol robot: <c>broker</c> as <c>mqtt://user:password@host:port</c>, and its profile.</summary>
public static class RobotReader
{
    public const string Vda5050 = "robot-vda5050";

    public static RobotDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        RobotProfile profile = profiles.For(json, RobotProfileReader.Read);
        SimMqttOptions broker = Broker(json.Required("broker"), profile, why => json.Report("broker", why));
        return new RobotDevice { Id = "", Driver = Vda5050, Profile = profile, Broker = broker };
    }

    /// <summary>Where it speaks; nowhere, and told why, when that is no broker.</summary>
    public static SimMqttOptions Broker(string uri, RobotProfile profile, Action<string> report)
    {
        try
        {
            return SimMqttOptions.Parse(uri, $"robot-{profile.Serial}");
        }
        catch (FormatException wrong)
        {
            report(wrong.Message);
            return new SimMqttOptions { Host = "", ClientId = "" };
        }
    }
}
