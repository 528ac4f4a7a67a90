using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Alarms;

/// <summary>
/// Keeps standing alarms over restarts, spread over some values because one does not hold many. An alarm always goes to the same one: a crash between two
/// writes leaves each alarm as it was or as it is.
/// </summary>
/// <param name="memory">Null: nothing is kept.</param>
/// <param name="json">How they are written.</param>
internal sealed class AlarmMemory<TAlarm>(IDeviceMemory? memory, JsonTypeInfo<StandingAlarm<TAlarm>[]> json)
    where TAlarm : class, IAlarmIdentity
{
    private static readonly string[] s_names = ["alarms", "alarms-1", "alarms-2", "alarms-3"];

    private readonly string[] _kept = [.. s_names.Select(name => memory?.Recall(name) ?? string.Empty)];

    /// <summary>What cannot be read is forgotten: its alarm begins once more, which is better than never.</summary>
    public IReadOnlyList<StandingAlarm<TAlarm>> Read() => [.. _kept.SelectMany(Read)];

    /// <summary>Whether there is room for all of them.</summary>
    public bool Holds(IReadOnlyList<StandingAlarm<TAlarm>> standing) => Fit(Texts(standing));

    /// <summary>Completes when it is on disk. The oldest are left out where longer marks have used up the room.</summary>
    /// <returns>How many were left out.</returns>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task<int> WriteAsync(IReadOnlyList<StandingAlarm<TAlarm>> standing, CancellationToken ct)
    {
        var (fitting, texts) = (standing, Texts(standing));
        while (!Fit(texts))
        {
            fitting = [.. fitting.Skip(1)];
            texts = Texts(fitting);
        }

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

    private IEnumerable<StandingAlarm<TAlarm>> Read(string kept)
    {
        try
        {
            return kept.Length > 0 ? [.. (JsonSerializer.Deserialize(kept, json) ?? []).Where(IsWhole)] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private IReadOnlyList<string> Texts(IReadOnlyList<StandingAlarm<TAlarm>> standing) =>
        [.. s_names.Select((_, index) => Text(standing.Where(one => Place(one.Alarm) == index)))];

    private string Text(IEnumerable<StandingAlarm<TAlarm>> standing) => standing.ToArray() is { Length: > 0 } all ? JsonSerializer.Serialize(all, json) : string.Empty;

    private static bool Fit(IReadOnlyList<string> texts) => texts.All(text => text.Length <= IDeviceMemory.LongestValue);

    /// <summary>The same after a restart.</summary>
    private static int Place(TAlarm alarm) => (int)(alarm.Key.Aggregate(17u, (sum, letter) => (sum * 31) + letter) % (uint)s_names.Length);

    private static bool IsWhole(StandingAlarm<TAlarm>? one) => one is { Mark: not null, Alarm: { Scope: not null, Key: not null, Severity: not null } };
}
