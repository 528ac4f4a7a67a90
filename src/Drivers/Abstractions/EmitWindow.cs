using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Abstractions;

/// <summary>
/// Lets emits of one conversation overlap, in order, up to a bound; for devices that are not acknowledged, so that a
/// stream is not limited to one sync of the disk a reading. Beyond the bound the oldest must be safe first: that is the brake.
/// </summary>
/// <param name="sink">Where readings go.</param>
/// <param name="mostReadings">Readings under way at one time, 1 or more.</param>
/// <param name="mostBytes">Bytes of their attachments at one time; a single larger reading still passes, alone.</param>
public sealed class EmitWindow(IReadingSink sink, int mostReadings = 64, long mostBytes = 16 * 1024 * 1024)
{
    private readonly Queue<(Task Emit, long Bytes)> _underWay = new();
    private long _bytes;

    /// <summary>Readings that were handed over and are not known to be safe.</summary>
    public int Count => _underWay.Count;

    /// <summary>Readings that the disk did not take.</summary>
    public int Refused { get; private set; }

    /// <summary>Hands a reading over; waits only while the window is full.</summary>
    /// <exception cref="StoreRefusedException">This or an earlier reading was refused.</exception>
    public async ValueTask EmitAsync(Reading reading, CancellationToken ct)
    {
        long bytes = reading.Attachments.Sum(attachment => (long)attachment.Content.Length);
        while (_underWay.TryPeek(out var oldest) && (oldest.Emit.IsCompleted || _underWay.Count >= mostReadings || _bytes + bytes > mostBytes))
        {
            await LeaveAsync().ConfigureAwait(false);
        }

        _underWay.Enqueue((sink.EmitAsync(reading, ct).AsTask(), bytes));
        _bytes += bytes;
    }

    /// <summary>Waits until every reading is decided.</summary>
    /// <exception cref="StoreRefusedException">One was refused; the others are decided too.</exception>
    public async Task SettleAsync()
    {
        Task[] left = [.. _underWay.Select(one => one.Emit)];
        await Task.WhenAll(left).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _underWay.Clear();
        _bytes = 0;
        Refused += left.Count(emit => emit.IsFaulted);
        await Task.WhenAll(left).ConfigureAwait(false);
    }

    /// <summary>
    /// As <see cref="SettleAsync()"/>, for devices that cannot be asked again: what the disk refuses is gone, and is counted one by one.
    /// </summary>
    /// <exception cref="StoreRefusedException">One was refused; the others are decided too.</exception>
    public async Task SettleAsync(IDeviceWatch watch)
    {
        try
        {
            await SettleAsync().ConfigureAwait(false);
        }
        finally
        {
            for (int lost = 0; lost < Refused; lost++)
            {
                watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            }
        }
    }

    private async Task LeaveAsync()
    {
        var (emit, bytes) = _underWay.Dequeue();
        _bytes -= bytes;
        await emit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Refused += emit.IsFaulted ? 1 : 0;
        await emit.ConfigureAwait(false);
    }
}
