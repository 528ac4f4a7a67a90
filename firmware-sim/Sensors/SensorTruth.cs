using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Sensors;

/// <summary>Which readings the maps crowd-counter.json and weather.json are to make of a message.</summary>
internal sealed class SensorTruth(SensorPlan plan)
{
    private const string Reading = "sensor.reading";

    public IReadOnlyList<TruthLine> OfCounter(long index, DateTimeOffset clock, IReadOnlyList<CountedDoor> doors) =>
    [
        .. doors.Select((door, item) => Line(
            NameOf(item, plan.Profile.Serial, index.ToString(CultureInfo.InvariantCulture)),
            clock,
            new Dictionary<string, string>
            {
                ["type"] = "crowd-counter",
                ["name"] = door.Id,
                ["values.0.name"] = "in",
                ["values.0.number"] = door.In.ToString(CultureInfo.InvariantCulture),
                ["values.1.number"] = door.Out.ToString(CultureInfo.InvariantCulture),
            })),
    ];

    public IReadOnlyList<TruthLine> OfWeather(DateTimeOffset clock, string time, double fahrenheit, string humidity) =>
    [
        Line(
            NameOf(0, plan.Profile.Serial, time),
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

    /// <summary>What the gateway calls it, by the README of the driver: the first rule, the place in the list, and the texts with their lengths.</summary>
    private static string NameOf(int item, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"0\n{item}"));
        foreach (string part in parts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{part.Length}:{part}");
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }

    private TruthLine Line(string name, DateTimeOffset clock, IReadOnlyDictionary<string, string> facts) => new()
    {
        Device = plan.Device,
        NativeId = name,
        Plate = "",
        LaneNo = 0,
        Time = DateTimeOffset.FromUnixTimeSeconds(clock.ToUnixTimeSeconds()),
        Kind = Reading,
        Facts = facts,
    };
}
