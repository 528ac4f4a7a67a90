using System.Globalization;
using System.Text.Json.Nodes;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Sensors;

/// <summary>The messages of a sensor. It writes its JSON itself: nothing of the product has a part in it.</summary>
public sealed class SensorVoice(SensorPlan plan)
{
    private const int Faults = 6;
    private const int HugeLetters = 1_200_000;

    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);
    private static readonly string[] s_skies = ["CL", "PC", "OV"];

    private readonly SensorTruth _truth = new(plan);

    public string Topic => plan.Profile.Sort == SensorSort.Weather ? $"weather/{plan.Profile.Serial}/now" : $"counters/{plan.Profile.Serial}";

    /// <param name="index">Of the message, from 0.</param>
    /// <param name="clock">What the device takes for now.</param>
    public SensorMessage Say(long index, DateTimeOffset clock) => plan.Profile.Sort switch
    {
        SensorSort.Weather => Weather(index, clock),
        SensorSort.Misbehaving when index % (Faults + 1) != 0 => Wrong(index, clock),
        _ => Counter(index, clock),
    };

    private SensorMessage Counter(long index, DateTimeOffset clock)
    {
        var doors = Enumerable.Range(0, plan.Profile.Doors).Select(door => People(index, door, clock)).ToArray();
        return new SensorMessage(Topic, CounterText(index, clock, doors).ToJsonString(), _truth.OfCounter(index, clock, doors));
    }

    private JsonObject CounterText(long index, DateTimeOffset clock, IReadOnlyList<CountedDoor> doors) => new()
    {
        ["sn"] = plan.Profile.Serial,
        ["ts"] = clock.ToUnixTimeSeconds(),
        ["seq"] = index,
        ["doors"] = new JsonArray([.. doors.Select(door => (JsonNode)new JsonObject { ["id"] = door.Id, ["in"] = door.In, ["out"] = door.Out })]),
    };

    private CountedDoor People(long index, int door, DateTimeOffset clock)
    {
        SeededRandom luck = SeededRandom.For(plan.Seed, plan.Device, (index * 64) + door);
        double busy = plan.Profile.Peak * DayCurve.Crowd(Hour(clock));
        return new CountedDoor($"door-{door + 1}", (int)(busy * (0.5 + (luck.Unit() / 2))), (int)(busy * (0.4 + (luck.Unit() / 2))));
    }

    private SensorMessage Weather(long index, DateTimeOffset clock)
    {
        SeededRandom luck = SeededRandom.For(plan.Seed, plan.Device, index);
        double fahrenheit = Math.Round((DayCurve.Warmth(Hour(clock)) * 9 / 5) + 32 + luck.Unit(), 1);
        string humidity = luck.Between(40, 90).ToString(CultureInfo.InvariantCulture);
        double wind = Math.Round(luck.Unit() * 12, 1);
        string sky = s_skies[luck.Below(s_skies.Length)];
        string time = clock.ToOffset(s_zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var text = new JsonObject
        {
            ["time"] = time,
            ["out"] = new JsonObject { ["temp_F"] = fahrenheit, ["hum"] = humidity, ["wind_mph"] = wind },
            ["baro"] = Math.Round(29.5 + luck.Unit(), 2),
            ["sky"] = sky,
        };
        return new SensorMessage(Topic, text.ToJsonString(), _truth.OfWeather(clock, time, fahrenheit, humidity));
    }

    /// <summary>Other sorts, a huge message, invented names, an identifier used before for something else, a clock years ahead, half a message.</summary>
    private SensorMessage Wrong(long index, DateTimeOffset clock)
    {
        JsonObject text = CounterText(index, clock, [People(index, 0, clock)]);
        JsonObject door = text["doors"]!.AsArray()[0]!.AsObject();
        switch (index % (Faults + 1))
        {
            case 1:
                (door["in"], door["out"]) = ("many", new JsonArray());
                break;
            case 2:
                text["debug"] = new string('x', HugeLetters);
                break;
            case 3:
                door["id"] = $"invented-{index.ToString(CultureInfo.InvariantCulture)}";
                break;
            case 4:
                (text["seq"], door["in"]) = (index - 4, 99_999);
                break;
            case 5:
                text["ts"] = clock.AddYears(3).ToUnixTimeSeconds();
                break;
            default:
                return new SensorMessage(Topic, text.ToJsonString()[..20], []);
        }

        return new SensorMessage(Topic, text.ToJsonString(), []);
    }

    private double Hour(DateTimeOffset clock)
    {
        DateTimeOffset shown = plan.Start + ((clock - plan.Start) * plan.Profile.DayFaster);
        return shown.ToOffset(s_zone).TimeOfDay.TotalHours;
    }
}

/// <summary>What one door has counted since the last message.</summary>
public sealed record CountedDoor(string Id, int In, int Out);
