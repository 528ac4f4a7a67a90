using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>
/// Services that were sent and whose end nobody knows, over restarts: such a one is not sent again before the aircraft was heard anew. Written down before it
/// is sent, so that no crash can lose it. Not for two callers at one time.
/// </summary>
internal sealed class UnclearOrders(IDeviceMemory? memory)
{
    private const string Name = "unclear";
    private const int Most = 32;

    private IReadOnlyList<string> _orders = [.. (memory?.Recall(Name) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(Most)];

    public bool Has(string serial, string method) => _orders.Contains(Key(serial, method));

    /// <summary>Completes when it is on disk. The oldest, of aircraft that are long gone, make room.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it must not be sent.</exception>
    public Task BeginAsync(string serial, string method, CancellationToken ct) => Has(serial, method) ? Task.CompletedTask : WriteAsync([.. _orders.TakeLast(Most - 1), Key(serial, method)], ct);

    /// <summary>Its end is known.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses: it goes on to count as unclear.</exception>
    public Task EndAsync(string serial, string method, CancellationToken ct) => Has(serial, method) ? WriteAsync([.. _orders.Where(one => one != Key(serial, method))], ct) : Task.CompletedTask;

    private async Task WriteAsync(IReadOnlyList<string> orders, CancellationToken ct)
    {
        await (memory?.RememberAsync(Name, string.Join('\n', orders), ct) ?? Task.CompletedTask).ConfigureAwait(false);
        _orders = orders;
    }

    private static string Key(string serial, string method) => $"{serial} {method}";
}
