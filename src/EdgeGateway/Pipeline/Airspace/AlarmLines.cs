using System.Globalization;
using System.Text.Json;
using EdgeGateway.Store;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>
/// Alarms that stand, in a fixed number of lines of the store's memory. What is written here is on its way to the disk before the call returns, and so comes
/// no later than what is handed to the store next.
/// </summary>
internal sealed class AlarmLines(IGatewayMemory memory)
{
    public const int Count = 512;

    /// <returns>What the last run left; a line that cannot be read by this version is none.</returns>
    public IEnumerable<(int Line, KeptAlarm Alarm)> All()
    {
        for (int line = 0; line < Count; line++)
        {
            if (memory.Recall(NameOf(line)) is { Length: > 0 } text && Parse(text) is { } kept)
            {
                yield return (line, kept);
            }
        }
    }

    /// <summary>Completes when it is on disk.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public Task WriteAsync(int line, KeptAlarm alarm) => memory.RememberAsync(NameOf(line), Text(alarm), CancellationToken.None);

    private static string Text(KeptAlarm alarm) => alarm.Phase == AlarmPhase.Over ? string.Empty : JsonSerializer.Serialize(alarm, KeptAlarmJson.Default.KeptAlarm);

    private static KeptAlarm? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, KeptAlarmJson.Default.KeptAlarm);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(int line) => string.Create(CultureInfo.InvariantCulture, $"airspace.alarm/{line}");
}
