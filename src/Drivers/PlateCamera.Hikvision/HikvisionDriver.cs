using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Hikvision;

/// <summary>A Hikvision plate camera over ISAPI (plate-camera.md section 3): it streams to us, or it posts to us.</summary>
public sealed class HikvisionDriver(DriverContext context, HikvisionOptions options) : IDeviceDriver
{
    private readonly HikvisionPlace _place = new()
    {
        Device = context.Device,
        Zone = context.Zone,
        Heading = options.Heading,
        CheckpointId = options.Checkpoint,
    };

    private AlertStream? _stream;

    /// <summary>Pull opens the stream. Push has nothing to open: the camera comes to us.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        if (options.Direction == HikvisionDirection.Pull)
        {
            _stream = await AlertStream.OpenAsync(context.Transports.Http, options, context.Time, ct).ConfigureAwait(false);
            context.Watch.Heard();
        }
    }

    public Task RunAsync(IReadingSink sink, CancellationToken ct) =>
        options.Direction == HikvisionDirection.Pull ? ListenAsync(sink, ct) : ReceiveAsync(sink, ct);

    public ValueTask DisposeAsync()
    {
        _stream?.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>alertStream has no acknowledgement, so several readings may be on their way to the disk at one time.</summary>
    private async Task ListenAsync(IReadingSink sink, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var clock = options.AskClock ? new HikvisionClock(context, options).WatchAsync(end.Token) : Task.CompletedTask;
        try
        {
            while (await _stream!.NextAsync(ct).ConfigureAwait(false) is { Kind: not IsapiItemKind.End } item)
            {
                await TakeAsync(item, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await clock.ConfigureAwait(false);
            await SettleAsync(window).ConfigureAwait(false);
        }
    }

    /// <summary>What the disk refuses here is gone, because the camera cannot be asked again: it is counted one by one.</summary>
    private async Task SettleAsync(EmitWindow window)
    {
        try
        {
            await window.SettleAsync().ConfigureAwait(false);
        }
        finally
        {
            for (int lost = 0; lost < window.Refused; lost++)
            {
                context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            }
        }
    }

    /// <summary>The camera's own silence proves nothing here: no vehicle, no post. The door stays open until we stop.</summary>
    private async Task ReceiveAsync(IReadingSink sink, CancellationToken ct)
    {
        using var door = context.Transports.Inbox.Open(context.Device, options.Token!, (request, stop) => AnswerAsync(request, sink, stop));
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, ct).ConfigureAwait(false);
    }

    /// <summary>200 only when everything in the body is safe. Many cameras never send a second time (section 3.2), so 4xx and 5xx are for what is truly lost.</summary>
    private async ValueTask<InboxAnswer> AnswerAsync(InboxRequest request, IReadingSink sink, CancellationToken stop)
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

        context.Watch.Fault(FaultKind.Garbled, "body-without-alert");
        return new InboxAnswer(400, "no alert in the body");
    }

    /// <returns>True when the item made sense.</returns>
    private async ValueTask<bool> TakeAsync(IsapiItem item, EmitWindow window, CancellationToken ct)
    {
        if (item.Fault is { } reason)
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
            return false;
        }

        if (item.Kind == IsapiItemKind.End)
        {
            return false;
        }

        context.Watch.Heard();
        if (item.Event is { } alert && HikvisionMapping.ToReading(alert, _place, context.Time.GetUtcNow()) is { } reading)
        {
            await window.EmitAsync(reading, ct).ConfigureAwait(false);
        }

        return true;
    }
}
