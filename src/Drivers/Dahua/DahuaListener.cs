using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Dahua;

/// <summary>Listens to an open attach: what is wrong is counted, what makes sense is a sign of life, and an event is at most one reading.</summary>
/// <param name="watch">Told of faults and signs of life.</param>
/// <param name="read">Null for an event that is none of ours.</param>
internal sealed class DahuaListener(IDeviceWatch watch, Func<DahuaEvent, Reading?> read)
{
    /// <summary>
    /// Until the device ends the stream. It has no acknowledgement, so several readings may be on their way to the disk at one time.
    /// </summary>
    /// <exception cref="DeviceFaultException">The device is silent, or the link broke.</exception>
    public async Task ListenAsync(DahuaStream stream, IReadingSink sink, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        try
        {
            while (await stream.NextAsync(ct).ConfigureAwait(false) is { Kind: not DahuaItemKind.End } item)
            {
                await TakeAsync(item, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await window.SettleAsync(watch).ConfigureAwait(false);
        }
    }

    private async ValueTask TakeAsync(DahuaItem item, EmitWindow window, CancellationToken ct)
    {
        if (item.Fault is { } reason)
        {
            watch.Fault(FaultKind.Garbled, reason);
            return;
        }

        watch.Heard();
        if (item.Event is { } found && read(found) is { } reading)
        {
            await window.EmitAsync(reading, ct).ConfigureAwait(false);
        }
    }
}
