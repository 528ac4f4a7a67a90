using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Drone;

/// <summary>
/// Keeps standing alarms over restarts, spread over some values because one does not hold many. An alarm always goes to the same one: a crash between two
/// writes leaves each alarm as it was or as it is.
/// </summary>
internal sealed class AlarmMemory(IDeviceMemory? memory)
{
    private static readonly string[] s_names = ["alarms", "alarms-1", "alarms-2", "alarms-3"];

    private readonly string[] _kept = [.. s_names.Select(name => memory?.Recall(name) ?? string.Empty)];

    /// <summary>What cannot be read is forgotten: its alarm begins once more, which is better than never.</summary>
    public IReadOnlyList<StandingAlarm> Read() => [.. _kept.SelectMany(Read)];

    /// <summary>Whether there is room for all of them.</summary>
    public static bool Holds(IReadOnlyList<StandingAlarm> standing) => Texts(standing).All(text => text.Length <= IDeviceMemory.LongestValue);

    /// <summary>Completes when it is on disk. The oldest are left out where longer marks have used up the room.</summary>
    /// <returns>How many were left out.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task<int> WriteAsync(IReadOnlyList<StandingAlarm> standing, CancellationToken ct)
    {
        var fitting = standing;
        while (!Holds(fitting))
        {
            fitting = [.. fitting.Skip(1)];
        }

        var texts = Texts(fitting);
        for (int i = 0; i < texts.Count; i++)
        {
            if (memory is not null && texts[i] != _kept[i])
            {
                await memory.RememberAsync(s_names[i], texts[i], ct).ConfigureAwait(false);
                _kept[i] = texts[i];
            }
        }

        return standing.Count - fitting.Count;
    }

    private static IEnumerable<StandingAlarm> Read(string kept)
    {
        try
        {
            return kept.Length > 0 ? [.. (JsonSerializer.Deserialize(kept, VehicleAlarmJson.Default.StandingAlarmArray) ?? []).Where(IsWhole)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static IReadOnlyList<string> Texts(IReadOnlyList<StandingAlarm> standing) =>
        [.. s_names.Select((_, index) => Text(standing.Where(one => Place(one.Alarm) == index)))];

    private static string Text(IEnumerable<StandingAlarm> standing) => standing.ToArray() is { Length: > 0 } all ? JsonSerializer.Serialize(all, VehicleAlarmJson.Default.StandingAlarmArray) : string.Empty;

    /// <summary>The same after a restart.</summary>
    private static int Place(VehicleAlarm alarm) => (int)(alarm.Key.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % (uint)s_names.Length);

    private static bool IsWhole(StandingAlarm? one) => one is { Mark: not null, Alarm: { Scope: not null, Key: not null, Severity: not null } };
}
