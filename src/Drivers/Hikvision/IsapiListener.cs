using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Hikvision;

/// <summary>Takes alerts as they come, streamed or posted.</summary>
/// <param name="watch">Told of faults and signs of life.</param>
/// <param name="read">Null for an alert that is none of ours.</param>
internal sealed class IsapiListener(IDeviceWatch watch, Func<IsapiEvent, Reading?> read)
{
    private readonly EventListener<IsapiItem, IsapiEvent> _alerts = new(watch, read);

    /// <summary>As <see cref="EventListener{TItem, TEvent}.ListenAsync"/>.</summary>
    public Task ListenAsync(EventStream<IsapiItem> stream, IReadingSink sink, CancellationToken ct) => _alerts.ListenAsync(stream, sink, ct);

    /// <summary>200 only when everything in the body is safe. Many devices never send a second time (section 3.2), so 4xx and 5xx are for what is truly lost.</summary>
    public async ValueTask<InboxAnswer> AnswerAsync(InboxRequest request, IReadingSink sink, CancellationToken stop)
    {
        var window = new EmitWindow(sink);
        bool understood = false;
        try
        {
            foreach (var item in IsapiConversation.ReadBody(request.Body, request.ContentType))
            {
                understood |= await _alerts.TakeAsync(item, window, stop).ConfigureAwait(false);
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
}
