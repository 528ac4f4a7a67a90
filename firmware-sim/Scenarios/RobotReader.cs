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
        var broker = new SimMqttOptions { Host = "", ClientId = "" };
        try
        {
            broker = SimMqttOptions.Parse(json.Required("broker"), $"robot-{profile.Serial}");
        }
        catch (FormatException wrong)
        {
            json.Report("broker", wrong.Message);
        }

        return new RobotDevice { Id = "", Driver = Vda5050, Profile = profile, Broker = broker };
    }
}
