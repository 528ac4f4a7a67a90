using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Hikvision;

/// <summary>Takes alerts as they come: what is wrong is counted, what makes sense is a sign of life, and an alert is at most one reading.</summary>
/// <param name="watch">Told of faults and signs of life.</param>
/// <param name="read">Null for an alert that is none of ours.</param>
internal sealed class IsapiListener(IDeviceWatch watch, Func<IsapiEvent, Reading?> read)
{
    /// <summary>
    /// Until the device ends the stream. alertStream has no acknowledgement, so several readings may be on their way to the disk at one time.
    /// </summary>
    /// <exception cref="DeviceFaultException">The device is silent, or the link broke.</exception>
    public async Task ListenAsync(AlertStream stream, IReadingSink sink, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        try
        {
            while (await stream.NextAsync(ct).ConfigureAwait(false) is { Kind: not IsapiItemKind.End } item)
            {
                await TakeAsync(item, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await window.SettleAsync(watch).ConfigureAwait(false);
        }
    }

    /// <summary>200 only when everything in the body is safe. Many devices never send a second time (section 3.2), so 4xx and 5xx are for what is truly lost.</summary>
    public async ValueTask<InboxAnswer> AnswerAsync(InboxRequest request, IReadingSink sink, CancellationToken stop)
    {
        var window = new EmitWindow(sink);
        bool understood = false;
        try
        {
            foreach (var item in IsapiConversation.ReadBody(request.Body, request.ContentType))
            {
                understood |= await TakeAsync(item, window, stop).ConfigureAwait(false);
            }
        }
        finally
        {
            await window.SettleAsync().ConfigureAwait(false);
        }

        if (understood)
        {
            return InboxAnswer.Ok;
        }

        watch.Fault(FaultKind.Garbled, "body-without-alert");
        return new InboxAnswer(400, "no alert in the body");
    }

    /// <returns>True when the item made sense.</returns>
    private async ValueTask<bool> TakeAsync(IsapiItem item, EmitWindow window, CancellationToken ct)
    {
        if (item.Fault is { } reason)
        {
            watch.Fault(FaultKind.Garbled, reason);
            return false;
        }

        if (item.Kind == IsapiItemKind.End)
        {
            return false;
        }

        watch.Heard();
        if (item.Event is { } alert && read(alert) is { } reading)
        {
            await window.EmitAsync(reading, ct).ConfigureAwait(false);
        }

        return true;
    }
}
