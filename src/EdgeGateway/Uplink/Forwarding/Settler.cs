using EdgeGateway.Store;
using EdgeGateway.Uplink.Confirmation;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Tells the store what is to be forgotten, many at a time: while one commit runs the next ones gather. By the broker's
/// word that is what it took, by the platform's word what its receipt covers. A crash in between repeats a delivery under
/// the same id, which is allowed; it never loses one. What the store refused is tried again, later each time.
/// </summary>
public sealed class Settler(
    IReadingStore store, ConfirmationMode mode, HandedReadings handed, ConfirmationLimits limits, TimeProvider time, ILogger<Settler> log)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly IntervalSet _owed = new();
    private readonly List<Settlement> _owedParked = [];
    private List<Settlement> _gathered = [];
    private Task _running = Task.CompletedTask;
    private TimeSpan _wait = limits.SettleAgain;
    private long _refusedAt;

    /// <summary>The reading is about to be given to a broker.</summary>
    public void Sent(long position) => handed.Add(position);

    /// <summary>A broker took readings, or can never take them.</summary>
    public void Add(Settlement settlement)
    {
        if (settlement.Parked is not null || !mode.ByPlatform)
        {
            Gather([settlement]);
        }
    }

    /// <summary>The platform has them.</summary>
    public void Confirm(IEnumerable<(long First, long Last)> ranges) => Gather(ranges.Select(static range => new Settlement(range.First, range.Last)));

    /// <summary>Tries once more what the store refused, when it is time.</summary>
    public void RetryDue()
    {
        List<Settlement> again;
        lock (_gate)
        {
            if ((_owed.Intervals.Count == 0 && _owedParked.Count == 0) || time.GetElapsedTime(_refusedAt) < _wait)
            {
                return;
            }

            again = [.. _owed.Intervals.Select(static range => new Settlement(range.First, range.Last)), .. _owedParked];
            _owed.Clear();
            _owedParked.Clear();
            _wait = _wait * 2 < s_longest ? _wait * 2 : s_longest;
        }

        Gather(again);
    }

    /// <summary>Completes when everything added so far is committed or refused; unless refused, the store then names only what is still owed.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            return _running;
        }
    }

    private void Gather(IEnumerable<Settlement> settlements)
    {
        lock (_gate)
        {
            _gathered.AddRange(settlements);
            if (_gathered.Count > 0 && _running.IsCompleted)
            {
                _running = CommitAllAsync();
            }
        }
    }

    private async Task CommitAllAsync()
    {
        // Leaves the caller's lock first.
        await Task.Yield();
        while (TakeGathered() is { Count: > 0 } settlements)
        {
            foreach (var slice in SettlementSlices.Of(settlements))
            {
                await CommitAsync(slice).ConfigureAwait(false);
            }
        }
    }

    private async Task CommitAsync(List<Settlement> gathered)
    {
        var settlements = StillMeant(gathered);
        try
        {
            await store.SettleAsync(settlements, CancellationToken.None).ConfigureAwait(false);
            Committed(settlements);
        }
        catch (Exception error)
        {
            UplinkLog.SettleFailed(log, settlements.Count, error);
            Refused(settlements);
        }
    }

    /// <summary>A reading that was put back meanwhile is not meant by a range that was said before.</summary>
    private List<Settlement> StillMeant(List<Settlement> gathered) =>
    [
        .. gathered.SelectMany(settlement => settlement.Parked is not null
            ? [settlement]
            : handed.Without([(settlement.Position, settlement.Last)]).Select(static range => new Settlement(range.First, range.Last))),
    ];

    private void Committed(List<Settlement> settlements)
    {
        settlements.ForEach(settlement => handed.Forgotten(settlement.Position, settlement.Last));
        lock (_gate)
        {
            // Only when nothing is owed: the appends that succeed in between prove nothing for a large range.
            _wait = _owed.Intervals.Count == 0 && _owedParked.Count == 0 ? limits.SettleAgain : _wait;
        }
    }

    private void Refused(List<Settlement> settlements)
    {
        lock (_gate)
        {
            _refusedAt = time.GetTimestamp();
            _owedParked.AddRange(settlements.Where(static settlement => settlement.Parked is not null));
            foreach (var settlement in settlements.Where(static settlement => settlement.Parked is null))
            {
                _owed.Add(settlement.Position, settlement.Last);
            }
        }
    }

    private List<Settlement>? TakeGathered()
    {
        lock (_gate)
        {
            var taken = _gathered;
            _gathered = [];
            if (taken.Count == 0)
            {
                _running = Task.CompletedTask;
            }

            return taken;
        }
    }
}
