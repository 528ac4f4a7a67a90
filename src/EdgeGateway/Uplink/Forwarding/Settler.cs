using EdgeGateway.Store;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Uplink.Forwarding;

/// <summary>
/// Tells the store what was delivered, many at a time: while one commit runs the next answers gather.
/// A crash in between repeats a delivery under the same id, which is allowed; it never loses one.
/// </summary>
public sealed class Settler(IReadingStore store, ILogger log)
{
    private readonly Lock _gate = new();
    private List<Settlement> _gathered = [];
    private Task _running = Task.CompletedTask;

    public void Add(Settlement settlement)
    {
        lock (_gate)
        {
            _gathered.Add(settlement);
            if (_running.IsCompleted)
            {
                _running = CommitAllAsync();
            }
        }
    }

    /// <summary>Completes when everything added so far is committed; the store then names only what is still owed.</summary>
    public Task DrainAsync()
    {
        lock (_gate)
        {
            return _running;
        }
    }

    private async Task CommitAllAsync()
    {
        // Leaves the caller's lock first.
        await Task.Yield();
        while (TakeGathered() is { Count: > 0 } settlements)
        {
            try
            {
                await store.SettleAsync(settlements, CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception error)
            {
                // What could not be forgotten is delivered once more after the next connect.
                UplinkLog.SettleFailed(log, settlements.Count, error);
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
