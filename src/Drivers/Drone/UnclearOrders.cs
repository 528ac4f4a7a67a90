using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Drone;

/// <summary>
/// Orders that were sent and whose end nobody knows, over restarts: such a one is not sent again before the vehicle was asked, or heard anew. Written down
/// before the first send, so that no crash can lose it.
/// </summary>
/// <param name="memory">Over restarts; null where nothing is kept.</param>
internal sealed class UnclearOrders(IDeviceMemory? memory) : IDisposable
{
    private const string Name = "unclear";
    private const char Separator = '\n';

    /// <summary>Of short keys more than all vehicles of a device can have; the oldest, of those that are long gone, make room.</summary>
    private const int Most = 256;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile IReadOnlyList<string> _orders = [.. (memory?.Recall(Name) ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries).TakeLast(Most)];

    /// <param name="order">Vehicle and order, at most 60 characters, no line break.</param>
    public bool Has(string order) => _orders.Contains(order);

    /// <summary>Completes when it is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it must not be sent.</exception>
    public Task BeginAsync(string order, CancellationToken ct) => ChangeAsync(orders => orders.Contains(order) ? orders : [.. orders.TakeLast(Most - 1), order], ct);

    /// <summary>Its end is known.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it goes on to count as unclear.</exception>
    public Task EndAsync(string order, CancellationToken ct) => ChangeAsync(orders => orders.Contains(order) ? [.. orders.Where(one => one != order)] : orders, ct);

    public void Dispose() => _turn.Dispose();

    private async Task ChangeAsync(Func<IReadOnlyList<string>, IReadOnlyList<string>> change, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            var changed = change(_orders);
            if (changed != _orders)
            {
                await (memory?.RememberAsync(Name, string.Join(Separator, changed), ct) ?? Task.CompletedTask).ConfigureAwait(false);
                _orders = changed;
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
