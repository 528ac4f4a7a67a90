using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads the faults of a scenario.</summary>
public static class FaultReader
{
    public static ScenarioFault Read(JsonSection json, IReadOnlyList<ScenarioDevice> devices)
    {
        json.Required("kind");
        FaultType type = json.Choice(
            "kind", FaultType.Disconnect, ("disconnect", FaultType.Disconnect), ("silence", FaultType.Silence), ("clock-step", FaultType.ClockStep),
            ("garbage", FaultType.Garbage), ("cut-inside", FaultType.CutInside), ("burst", FaultType.Burst));
        bool lasts = type is FaultType.Disconnect or FaultType.Silence;
        var fault = new ScenarioFault(
            At(json),
            type,
            Device(json, devices),
            lasts ? json.Duration("for", TimeSpan.FromSeconds(5)) : TimeSpan.Zero,
            type == FaultType.ClockStep ? json.Duration("by", TimeSpan.FromHours(1)) : TimeSpan.Zero,
            lasts || type == FaultType.ClockStep ? 1 : json.Count("count", 1, 1, 1_000_000));
        json.Done();
        return fault;
    }

    private static TimeSpan At(JsonSection json)
    {
        json.Required("at");
        TimeSpan at = json.Duration("at", TimeSpan.Zero);
        if (at < TimeSpan.Zero)
        {
            json.Report("at", "must not lie before the beginning");
        }

        return at;
    }

    private static string? Device(JsonSection json, IReadOnlyList<ScenarioDevice> devices)
    {
        if (!json.Has("device"))
        {
            return null;
        }

        string id = json.Text("device", "");
        if (devices.All(device => device.Id != id))
        {
            json.Report("device", $"{id} is none of the devices");
        }

        return id;
    }
}
