using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>
/// Takes each level of each supply and tells what is due: a change of its state as event; five percent more or less, an hour gone by and the first look after a
/// start as telemetry. What was told is remembered over restarts, what was learnt of its use too. A crash between telling and remembering tells once more.
/// Not for two callers at one time.
/// </summary>
/// <param name="context">Clock, memory and counters.</param>
public sealed class SupplyBook(DriverContext context)
{
    /// <summary>Beyond it a new one takes the place of one that the device no longer speaks of, or is counted.</summary>
    public const int Most = 64;

    /// <summary>Characters of a name.</summary>
    public const int LongestName = 64;

    private readonly SupplyMemory _memory = new(context.Memory);
    private readonly long _begun = context.Time.GetTimestamp();
    private OrderedDictionary<(string Module, string Name), WatchedSupply>? _supplies;

    private OrderedDictionary<(string Module, string Name), WatchedSupply> Supplies => _supplies ??= Recalled();

    /// <summary>Tells what is due.</summary>
    /// <param name="levels">As the device says; what is not among them stays as it was.</param>
    /// <param name="voice">Where it is told.</param>
    /// <param name="moment">Of the message that says so.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; what was not told is due at the next call.</exception>
    public async Task TakeAsync(IReadOnlyList<SupplyLevel> levels, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        bool isTold = false;
        foreach (var level in levels)
        {
            isTold |= await TakeAsync(level, voice, moment, ct).ConfigureAwait(false);
        }

        if (isTold)
        {
            await _memory.WriteAsync([.. Supplies.Values.Select(supply => supply.Kept).OfType<KeptSupply>()], ct).ConfigureAwait(false);
        }
    }

    private async Task<bool> TakeAsync(SupplyLevel level, KioskVoice voice, KioskMoment moment, CancellationToken ct)
    {
        if (Of(level) is not { } supply)
        {
            context.Watch.Fault(FaultKind.Garbled, "too-many-supplies");
            return false;
        }

        var now = context.Time.GetElapsedTime(_begun);
        var news = supply.Take(level, now);
        if (news == SupplyNews.None)
        {
            return false;
        }

        await voice.TellAsync(news == SupplyNews.Change ? Lane.Event : Lane.Telemetry, supply.Body(level), moment, ct).ConfigureAwait(false);
        supply.Told(level, now);
        return true;
    }

    private WatchedSupply? Of(SupplyLevel level)
    {
        var key = (level.Module, level.Name);
        if (Supplies.TryGetValue(key, out var known))
        {
            return known;
        }

        bool isName = level.Module.Length is > 0 and <= LongestName && level.Name.Length is > 0 and <= LongestName;
        return isName && HasRoom() ? Supplies[key] = new WatchedSupply(level.Module, level.Name) : null;
    }

    private bool HasRoom()
    {
        if (Supplies.Count >= Most && Supplies.FirstOrDefault(one => !one.Value.IsSeen) is { Value: not null } unseen)
        {
            Supplies.Remove(unseen.Key);
        }

        return Supplies.Count < Most;
    }

    private OrderedDictionary<(string Module, string Name), WatchedSupply> Recalled()
    {
        var known = new OrderedDictionary<(string Module, string Name), WatchedSupply>();
        foreach (var kept in _memory.Read().Take(Most))
        {
            known[(kept.Module, kept.Name)] = new WatchedSupply(kept);
        }

        return known;
    }
}
