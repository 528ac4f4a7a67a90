using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Tells totals, and which of them are smaller than before.</summary>
internal sealed class CounterDesk(DriverContext context)
{
    private const string Name = "counters";

    private static readonly TimeSpan s_future = TimeSpan.FromMinutes(1);

    private KeptCounters? _kept;

    private KeptCounters Kept => _kept ??= Read();

    /// <summary>Completes when it is safe.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task TakeAsync(KioskCounters said, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        // What the kiosk kept while it could not send comes late: then smaller is no news, and nothing to compare the next one with.
        // A time that is not yet is none: a clock that was wrong once must not make all that follows late.
        var ahead = said.Time?.Time - context.Time.GetUtcNow();
        long? time = ahead <= s_future ? said.Time?.Time.ToUnixTimeMilliseconds() : null;
        bool isLate = time < Kept.Time;
        string[] restarted = isLate ? [] : [.. said.Totals.Where(total => Kept.Totals.TryGetValue(total.Key, out long before) && total.Value < before).Select(total => total.Key)];
        var body = KioskApplicationMapping.Counter(said, restarted);
        await voice.TellAsync(Lane.Telemetry, body, moment, ct).ConfigureAwait(false);
        if (!isLate)
        {
            await RememberAsync(said.Totals, time, ct).ConfigureAwait(false);
        }
    }

    private async Task RememberAsync(IReadOnlyDictionary<string, long> said, long? time, CancellationToken ct)
    {
        var totals = new Dictionary<string, long>(Kept.Totals, StringComparer.Ordinal);
        foreach (var (name, total) in said)
        {
            totals[name] = total;
        }

        var now = new KeptCounters(time ?? Kept.Time, totals);
        if (context.Memory is { } memory)
        {
            await memory.RememberAsync(Name, JsonSerializer.Serialize(now, KioskApplicationJson.Default.KeptCounters), ct).ConfigureAwait(false);
        }

        _kept = now;
    }

    /// <summary>What cannot be read is forgotten.</summary>
    private KeptCounters Read()
    {
        try
        {
            return context.Memory?.Recall(Name) is { Length: > 0 } kept && JsonSerializer.Deserialize(kept, KioskApplicationJson.Default.KeptCounters) is { Totals: not null } counters ? counters : KeptCounters.None;
        }
        catch (JsonException)
        {
            return KeptCounters.None;
        }
    }
}

/// <param name="Time">The kiosk's own, in milliseconds since 1970; null when it never said one.</param>
/// <param name="Totals">By name.</param>
internal sealed record KeptCounters(long? Time, IReadOnlyDictionary<string, long> Totals)
{
    public static readonly KeptCounters None = new(null, new Dictionary<string, long>(StringComparer.Ordinal));
}
