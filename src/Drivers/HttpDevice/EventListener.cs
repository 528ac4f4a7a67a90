using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.HttpDevice;

/// <summary>Takes items as they come: what is wrong is counted, what makes sense is a sign of life, and an event is at most one reading.</summary>
/// <typeparam name="TItem">What is found.</typeparam>
/// <typeparam name="TEvent">What the device tells.</typeparam>
/// <param name="watch">Told of faults and signs of life.</param>
/// <param name="read">Null for an event that is none of ours.</param>
internal sealed class EventListener<TItem, TEvent>(IDeviceWatch watch, Func<TEvent, Reading?> read)
    where TItem : struct, IEventItem<TEvent>
    where TEvent : class
{
    /// <summary>
    /// Until the device ends the stream. Such streams have no acknowledgement, so several readings may be on their way to the disk at one time.
    /// </summary>
    /// <exception cref="DeviceFaultException">The device is silent, or the link broke.</exception>
    public async Task ListenAsync(EventStream<TItem> stream, IReadingSink sink, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        try
        {
            while (await stream.NextAsync(ct).ConfigureAwait(false) is { IsEnd: false } item)
            {
                await TakeAsync(item, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await window.SettleAsync(watch).ConfigureAwait(false);
        }
    }

    /// <returns>True when the item made sense.</returns>
    public async ValueTask<bool> TakeAsync(TItem item, EmitWindow window, CancellationToken ct)
    {
        if (item.Fault is { } reason)
        {
            watch.Fault(FaultKind.Garbled, reason);
            return false;
        }

        if (item.IsEnd)
        {
            return false;
        }

        watch.Heard();
        if (item.Event is { } found && read(found) is { } reading)
        {
            await window.EmitAsync(reading, ct).ConfigureAwait(false);
        }

        return true;
    }
}
