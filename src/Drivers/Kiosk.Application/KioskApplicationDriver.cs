using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.Folders;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Multipart;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>A kiosk whose own software posts to the inbox, or leaves files in a folder, or both (kiosk.md section 3.3).</summary>
public sealed class KioskApplicationDriver(DriverContext context, KioskApplicationOptions options) : IDeviceDriver
{
    private IDropFolder? _folder;

    /// <summary>The kiosk comes to us; only its folder can be missing.</summary>
    public Task ConnectAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _folder = options.Spool is { } spool ? context.Transports.Folders!.Open(spool, context.Watch) : null;
        return Task.CompletedTask;
    }

    /// <summary>A post is answered, and a file removed, only when everything it said is safe; what is cut off in between comes again.</summary>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var desk = new KioskDesk(context, options, sink);
        List<Task> ways = [desk.WatchAsync(both.Token)];
        if (_folder is { } folder)
        {
            ways.Add(new SpoolIntake(context, options, folder, desk).RunAsync(both.Token));
        }

        Task first;
        using (options.Token is { } token ? context.Transports.Inbox.Open(context.Device, token, (request, stop) => AnswerAsync(desk, request, stop)) : null)
        {
            first = await Task.WhenAny(ways).ConfigureAwait(false);
            await both.CancelAsync().ConfigureAwait(false);
        }

        await Task.WhenAll(ways).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await desk.QuietAsync().ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _folder?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<InboxAnswer> AnswerAsync(KioskDesk desk, InboxRequest request, CancellationToken stop)
    {
        if (request.Path is not ("" or "/" or "/messages" or "/messages/"))
        {
            context.Watch.Fault(FaultKind.Garbled, "unknown-path");
            return new InboxAnswer(404, "post to /messages");
        }

        var items = KioskMessages.Read(request.Body, HeaderParameter.Find(request.ContentType, "charset"), context.Zone);
        return KioskReceipt.Of(await desk.TakeAsync(items, isLive: true, stop).ConfigureAwait(false)).ToAnswer();
    }
}
