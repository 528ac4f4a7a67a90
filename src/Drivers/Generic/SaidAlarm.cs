using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;

namespace EdgeGateway.Drivers.Generic;

/// <summary>What a message said of an alarm that begins or ends with it; remembered until the alarm is told, so that one that a crash interrupted keeps it.</summary>
/// <param name="Scope">Of the alarm.</param>
/// <param name="Mark">What names the message.</param>
/// <param name="Received">When it came.</param>
internal sealed record SaidAlarm(string Scope, string Mark, DateTimeOffset Received)
{
    /// <summary>By the device's clock; null: it said nothing usable.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>What the device's clock said when that cannot be.</summary>
    public DateTimeOffset? WrongTime { get; init; }

    public bool IsRetained { get; init; }

    public IReadOnlyList<SensorValue> Values { get; init; } = [];

    public GeoPosition? Position { get; init; }

    /// <summary>Null: as the alarm has it.</summary>
    public Lane? Lane { get; init; }

    public static SaidAlarm Of(string scope, string mark, MapEntry entry, SensorMoment moment) => new(scope, mark, moment.Received)
    {
        Time = entry.Time,
        WrongTime = entry.WrongTime,
        IsRetained = moment.IsRetained,
        Values = entry.Values,
        Position = entry.Position,
        Lane = entry.Rule.Lane,
    };

    /// <returns>Null when nothing was kept, or nothing readable.</returns>
    public static SaidAlarm? Read(string? kept)
    {
        try
        {
            return kept is { Length: > 0 } && JsonSerializer.Deserialize(kept, SensorAlarmJson.Default.SaidAlarm) is { Scope: not null, Mark: not null, Values: not null } said ? said : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Where there is no room the values go.</summary>
    public string Write()
    {
        string text = JsonSerializer.Serialize(this, SensorAlarmJson.Default.SaidAlarm);
        return text.Length <= IDeviceMemory.LongestValue ? text : JsonSerializer.Serialize(this with { Values = [] }, SensorAlarmJson.Default.SaidAlarm);
    }
}
