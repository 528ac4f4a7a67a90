using System.Globalization;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Sensors;

/// <summary>Which readings the maps crowd-counter.json and weather.json are to make of a message.</summary>
internal sealed class SensorTruth(SensorPlan plan)
{
    private const string Reading = "sensor.reading";

    public IReadOnlyList<TruthLine> OfCounter(long index, DateTimeOffset clock, IReadOnlyList<CountedDoor> doors) =>
    [
        .. doors.Select((door, item) => Line(
            string.Create(CultureInfo.InvariantCulture, $"{index}/{item}"),
            clock,
            new Dictionary<string, string>
            {
                ["type"] = "crowd-counter",
                ["name"] = door.Id,
                ["values.0.name"] = "in",
                ["values.0.number"] = door.In.ToString(CultureInfo.InvariantCulture),
                ["values.1.name"] = "out",
                ["values.1.number"] = door.Out.ToString(CultureInfo.InvariantCulture),
            })),
    ];

    public IReadOnlyList<TruthLine> OfWeather(DateTimeOffset clock, string time, double fahrenheit, string humidity) =>
    [
        Line(
            time,
            clock,
            new Dictionary<string, string>
            {
                ["type"] = "weather",
                ["name"] = plan.Profile.Serial,
                ["values.0.number"] = ((fahrenheit - 32) * 5 / 9).ToString("F2", CultureInfo.InvariantCulture),
                ["values.0.unit"] = "C",
                ["values.1.number"] = humidity,
            }),
    ];

    private TruthLine Line(string name, DateTimeOffset clock, IReadOnlyDictionary<string, string> facts) => new()
    {
        Device = plan.Device,
        NativeId = $"{TruthLine.Sensor}{plan.Profile.Serial}/{name}",
        Plate = "",
        LaneNo = 0,
        Time = DateTimeOffset.FromUnixTimeSeconds(clock.ToUnixTimeSeconds()),
        Kind = Reading,
        Facts = facts,
    };
}
