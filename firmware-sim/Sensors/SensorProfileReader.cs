using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Sensors;

/// <summary>Reads <see cref="SensorProfile"/>.</summary>
public static class SensorProfileReader
{
    private static readonly SensorProfile s_usual = new();

    public static SensorProfile Read(JsonSection json)
    {
        var profile = new SensorProfile
        {
            Sort = json.Choice("sort", s_usual.Sort, ("counter", SensorSort.Counter), ("weather", SensorSort.Weather), ("misbehaving", SensorSort.Misbehaving)),
            Serial = json.Text("serial", s_usual.Serial),
            Doors = json.Count("doors", s_usual.Doors, 1, 16),
            Peak = json.Count("peak", s_usual.Peak, 1, 10_000),
            Every = json.Duration("every", s_usual.Every),
            DayFaster = json.Number("dayFaster", s_usual.DayFaster, 1, 86_400),
            DuplicateRate = json.Number("duplicateRate", s_usual.DuplicateRate, 0, 1),
        };
        json.Done();
        return profile;
    }
}
