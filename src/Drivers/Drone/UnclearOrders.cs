using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone;

/// <summary>
/// Orders that were sent and whose end nobody knows, over restarts: such a one is not sent again before the vehicle was asked, or heard anew. Written down
/// before the first send, so that no crash can lose it.
/// </summary>
/// <param name="memory">Over restarts; null where nothing is kept.</param>
/// <param name="watch">Hears of those for which there is no room.</param>
internal sealed class UnclearOrders(IDeviceMemory? memory, IDeviceWatch watch) : IDisposable
{
    public const string Forgotten = "unclear-order-forgotten";

    private const string Name = "unclear";
    private const char Separator = '\n';

    /// <summary>More than all vehicles of a device can have. Beyond, or beyond what can be remembered, the oldest make room: such a one has ended as unknown long ago, and nobody is asked before it is sent anew.</summary>
    private const int Most = 256;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile IReadOnlyList<string> _orders = [.. (memory?.Recall(Name) ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries).TakeLast(Most)];

    /// <param name="order">Vehicle and order, no line break.</param>
    public bool Has(string order) => _orders.Contains(order);

    /// <summary>Completes when it is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it must not be sent.</exception>
    public Task BeginAsync(string order, CancellationToken ct) => ChangeAsync(orders => orders.Contains(order) ? orders : Fitting([.. orders, order]), ct);

    /// <summary>Its end is known.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it goes on to count as unclear.</exception>
    public Task EndAsync(string order, CancellationToken ct) => ChangeAsync(orders => orders.Contains(order) ? [.. orders.Where(one => one != order)] : orders, ct);

    public void Dispose() => _turn.Dispose();

    /// <summary>A value that is too long would be refused, and with it every order to come.</summary>
    private List<string> Fitting(List<string> orders)
    {
        for (int left = orders.Sum(order => order.Length + 1); orders.Count > Most || left > IDeviceMemory.LongestValue; orders.RemoveAt(0))
        {
            left -= orders[0].Length + 1;
            watch.Fault(FaultKind.Busy, Forgotten);
        }

        return orders;
    }

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
