using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>Keeps standing alarms over restarts.</summary>
internal sealed class AlarmMemory(IDeviceMemory? memory)
{
    private const string Name = "alarms";

    /// <summary>What cannot be read is forgotten: its alarm begins once more, which is better than never.</summary>
    public IReadOnlyList<StandingAlarm> Read()
    {
        try
        {
            return memory?.Recall(Name) is { Length: > 0 } kept ? [.. (JsonSerializer.Deserialize(kept, DockAlarmJson.Default.StandingAlarmArray) ?? []).Where(IsWhole)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Completes when it is on disk. The oldest are left out where there is no room for all.</summary>
    public Task WriteAsync(IReadOnlyList<StandingAlarm> standing, CancellationToken ct)
    {
        if (memory is null)
        {
            return Task.CompletedTask;
        }

        string text = Text(standing);
        for (int left = standing.Count; text.Length > IDeviceMemory.LongestValue; left--)
        {
            text = Text(standing.TakeLast(left));
        }

        return memory.RememberAsync(Name, text, ct);
    }

    private static string Text(IEnumerable<StandingAlarm> standing) => standing.ToArray() is { Length: > 0 } all ? JsonSerializer.Serialize(all, DockAlarmJson.Default.StandingAlarmArray) : string.Empty;

    private static bool IsWhole(StandingAlarm? one) => one?.Alarm is { Scope: not null, Key: not null, Severity: not null, Vehicle: not null, VehicleType: not null };
}
