using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Drone;

/// <summary>Keeps standing alarms over restarts.</summary>
internal sealed class AlarmMemory(IDeviceMemory? memory)
{
    private const string Name = "alarms";

    /// <summary>What cannot be read is forgotten: its alarm begins once more, which is better than never.</summary>
    public IReadOnlyList<StandingAlarm> Read()
    {
        try
        {
            return memory?.Recall(Name) is { Length: > 0 } kept ? [.. (JsonSerializer.Deserialize(kept, VehicleAlarmJson.Default.StandingAlarmArray) ?? []).Where(IsWhole)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>Completes when it is on disk. The oldest are left out where there is no room for all.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task WriteAsync(IReadOnlyList<StandingAlarm> standing, CancellationToken ct)
    {
        string text = Text(standing);
        for (int left = standing.Count; text.Length > IDeviceMemory.LongestValue; left--)
        {
            text = Text(standing.TakeLast(left));
        }

        await (memory?.RememberAsync(Name, text, ct) ?? Task.CompletedTask).ConfigureAwait(false);
    }

    private static string Text(IEnumerable<StandingAlarm> standing) => standing.ToArray() is { Length: > 0 } all ? JsonSerializer.Serialize(all, VehicleAlarmJson.Default.StandingAlarmArray) : string.Empty;

    private static bool IsWhole(StandingAlarm? one) => one is { Mark: not null, Alarm: { Scope: not null, Key: not null, Severity: not null } };
}
