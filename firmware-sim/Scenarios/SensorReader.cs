using EdgeGateway.Sim.Mqtt;
using EdgeGateway.Sim.Sensors;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Generic.Http;
using EdgeGateway.Sim.Twins.Generic.Mqtt;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a device without a driver of its own, <c>url</c> or <c>broker</c> and its profile, and builds its twin.</summary>
public static class SensorReader
{
    public const string GenericHttp = "generic-http";

    public const string GenericMqtt = "generic-mqtt";

    public static SensorDevice Read(JsonSection json, ProfileLibrary profiles, string driver)
    {
        SensorProfile profile = profiles.For(json, SensorProfileReader.Read);
        return new SensorDevice
        {
            Id = "",
            Driver = driver,
            Profile = profile,
            Url = driver == GenericHttp ? Url(json) : null,
            Broker = driver == GenericMqtt ? Broker(json, $"sensor-{profile.Serial}") : null,
        };
    }

    public static TroubledTwin Twin(SensorDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        ISensorWire wire = device.Broker is { } broker ? new MqttSensorWire(broker) : new HttpSensorWire(device.Url!);
        return new(new SensorTwin(new SensorPlan(device.Id, device.Profile, run.Seed, run.Start, run.End, device.Count), wire, trouble, run.Ledger, run.Time), trouble);
    }

    private static Uri? Url(JsonSection json)
    {
        string text = json.Required("url");
        if (text.Length > 0 && (!Uri.TryCreate(text, UriKind.Absolute, out Uri? url) || url.Scheme != Uri.UriSchemeHttp))
        {
            json.Report("url", "must be http://host:port/{device}/{token}");
        }

        return Uri.TryCreate(text, UriKind.Absolute, out Uri? right) ? right : null;
    }

    private static SimMqttOptions? Broker(JsonSection json, string clientId)
    {
        try
        {
            return SimMqttOptions.Parse(json.Required("broker"), clientId);
        }
        catch (FormatException wrong)
        {
            json.Report("broker", wrong.Message);
            return null;
        }
    }
}
