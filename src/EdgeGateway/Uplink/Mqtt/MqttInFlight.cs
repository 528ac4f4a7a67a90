using System.Numerics;

namespace EdgeGateway.Uplink.Mqtt;

/// <summary>
/// Who waits for the answer to which packet identifier. Identifiers go round through all 65,535 instead of taking the
/// lowest free one, so that an answer that comes twice meets nobody rather than a stranger. Guarded by the caller.
/// </summary>
/// <param name="capacity">Most that wait at once, 1 to 32,768.</param>
internal sealed class MqttInFlight(int capacity)
{
    private readonly (ushort Id, object? Waiter)[] _slots = new (ushort, object?)[BitOperations.RoundUpToPowerOf2((uint)capacity)];
    private ushort _last;

    public int Count { get; private set; }

    /// <returns>The identifier; 0 when there is no room.</returns>
    public ushort Rent(object waiter)
    {
        if (Count == _slots.Length)
        {
            return 0;
        }

        do
        {
            _last++;
        }
        while (_last == 0 || Slot(_last).Waiter is not null);
        Slot(_last) = (_last, waiter);
        Count++;
        return _last;
    }

    /// <returns>Who waited; null when nobody does.</returns>
    public object? Return(ushort id)
    {
        ref (ushort Id, object? Waiter) slot = ref Slot(id);
        if (slot.Id != id || slot.Waiter is not { } waiter)
        {
            return null;
        }

        slot.Waiter = null;
        Count--;
        return waiter;
    }

    public IReadOnlyList<object> All() => [.. _slots.Where(s => s.Waiter is not null).Select(s => s.Waiter!)];

    private ref (ushort Id, object? Waiter) Slot(ushort id) => ref _slots[id & (_slots.Length - 1)];
}
