using System.Globalization;
using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Commands that were sent and whose end nobody knows, over restarts: such a one is not sent again before the vehicle was asked. Written down before the first
/// send, so that no crash can lose it.
/// </summary>
internal sealed class UnclearOrders(IDeviceMemory? memory) : IDisposable
{
    private const string Name = "unclear";
    private const char Separator = ';';
    private const int Most = 256;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly SortedSet<string> _orders =
        new((memory?.Recall(Name) ?? string.Empty).Split(Separator, StringSplitOptions.RemoveEmptyEntries).Take(Most), StringComparer.Ordinal);

    public bool Has(byte system, ushort command)
    {
        lock (_orders)
        {
            return _orders.Contains(Key(system, command));
        }
    }

    /// <summary>Completes when it is on disk.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: the command must not be sent.</exception>
    public Task BeginAsync(byte system, ushort command, CancellationToken ct) => ChangeAsync(orders => orders.Add(Key(system, command)), ct);

    /// <summary>Its end is known.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it counts as unclear, and the vehicle is asked the next time.</exception>
    public Task EndAsync(byte system, ushort command, CancellationToken ct) => ChangeAsync(orders => orders.Remove(Key(system, command)), ct);

    public void Dispose() => _turn.Dispose();

    private async Task ChangeAsync(Action<SortedSet<string>> change, CancellationToken ct)
    {
        await _turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            string text;
            lock (_orders)
            {
                change(_orders);
                text = string.Join(Separator, _orders);
            }

            await (memory?.RememberAsync(Name, text, ct) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    private static string Key(byte system, ushort command) => string.Create(CultureInfo.InvariantCulture, $"{system}/{command}");
}
