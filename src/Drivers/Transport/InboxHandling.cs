using EdgeGateway.Drivers.Abstractions;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Drivers.Transport;

/// <summary>The edge of the house: whatever a driver throws, the device gets an answer and the server lives on.</summary>
internal sealed class InboxHandling(ILogger log)
{
    /// <summary>Asks a driver, on the body that was read for it.</summary>
    public async ValueTask<InboxReply> AskAsync(string device, InboxHandler handler, InboxRequest request, InboxBody body, CancellationToken closed)
    {
        try
        {
            return await handler(request, closed).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            // Whoever was told to store this may still hold a part of it.
            body.Abandon();
            return RefusalFor(device, error);
        }
    }

    public InboxRefusal RefusalFor(string device, Exception error)
    {
        switch (error)
        {
            case StoreRefusedException:
                return InboxRefusal.StoreRefused;
            case OperationCanceledException:
                return InboxRefusal.NotReady;
            default:
                TransportLog.InboxHandlerFailed(log, device, error);
                return InboxRefusal.HandlerFailed;
        }
    }
}
