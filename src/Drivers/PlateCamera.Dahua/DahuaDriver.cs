using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.PlateCamera.Dahua;

/// <summary>A Dahua plate camera (plate-camera.md section 4): we attach to one of its streams, or it posts to us.</summary>
public sealed class DahuaDriver(DriverContext context, DahuaOptions options) : IDeviceDriver
{
    private readonly DahuaPlace _place = new()
    {
        Device = context.Device,
        Zone = context.Zone,
        Heading = options.Heading,
        CheckpointId = options.Checkpoint,
        LaneBase = options.LaneBase,
        Confidence = options.Confidence,
        BoxesInPixels = options.BoxesInPixels,
    };

    private readonly DahuaAccess _access = new(context.Transports.Http, options, context.Time);
    private DahuaHosts? _host;
    private DahuaStream? _stream;
    private DateTimeOffset _opened;

    /// <summary>A stream is attached to once a host. Push has nothing to open: the camera comes to us.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        if (options.Mode == DahuaMode.Push)
        {
            return;
        }

        ClaimHost();
        _opened = context.Time.GetUtcNow();
        _stream = await DahuaStream.OpenAsync(_access, options, context.Time, ct).ConfigureAwait(false);
        context.Watch.Heard();
    }

    public Task RunAsync(IReadingSink sink, CancellationToken ct) =>
        options.Mode == DahuaMode.Push ? ReceiveAsync(sink, ct) : ListenAsync(new RememberingSink(sink, options.Memory), ct);

    public ValueTask DisposeAsync()
    {
        _stream?.Dispose();
        _host?.Detach(options.Mode, context.Device);
        return ValueTask.CompletedTask;
    }

    private void ClaimHost()
    {
        var host = DahuaHosts.Of(options.Host, options.Port);
        if (host.Attach(options.Mode, context.Device) is { } other)
        {
            throw new DeviceFaultException(
                FaultKind.Busy, $"Device {other} listens to this host already, and one attach brings all its channels; keep one of the two entries.");
        }

        _host = host;
    }

    /// <summary>A stream has no acknowledgement, so several readings may be on their way to the disk at one time.</summary>
    private async Task ListenAsync(IReadingSink sink, CancellationToken ct)
    {
        var window = new EmitWindow(sink);
        var beside = new DahuaBeside(context, options, _access, _place);
        beside.Start(sink, _opened, ct);
        try
        {
            while (await _stream!.NextAsync(ct).ConfigureAwait(false) is { Kind: not DahuaItemKind.End } item)
            {
                await TakeAsync(item, window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            await beside.StopAsync().ConfigureAwait(false);
            await SettleAsync(window).ConfigureAwait(false);
        }
    }

    /// <summary>What the disk refuses here is gone, because the camera does not send it again: it is counted one by one.</summary>
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

    private async ValueTask TakeAsync(DahuaItem item, EmitWindow window, CancellationToken ct)
    {
        if (item.Fault is { } reason)
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
            return;
        }

        context.Watch.Heard();
        if (item.Event is { } found && DahuaMapping.ToReading(found, _place, context.Time.GetUtcNow()) is { } reading)
        {
            await window.EmitAsync(reading, ct).ConfigureAwait(false);
        }
    }

    /// <summary>The camera's own silence proves nothing here: no vehicle, no post. The door stays open until we stop.</summary>
    private async Task ReceiveAsync(IReadingSink sink, CancellationToken ct)
    {
        using var door = context.Transports.Inbox.Open(context.Device, options.Token!, (request, stop) => AnswerAsync(request, sink, stop));
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, ct).ConfigureAwait(false);
    }

    /// <summary>The camera repeats the same post until it reads a true result (section 4.2), so it hears one only when the reading is safe.</summary>
    private async ValueTask<InboxAnswer> AnswerAsync(InboxRequest request, IReadingSink sink, CancellationToken stop)
    {
        var posted = Notification.Read(request.Body, Protocol.Multipart.HeaderParameter.Find(request.ContentType, "charset"));
        if (posted.Fault is { } reason)
        {
            context.Watch.Fault(FaultKind.Garbled, reason);
            return ItsapiAnswer.NotUnderstood;
        }

        context.Watch.Heard();
        if (posted.Passage is { } passage)
        {
            await sink.EmitAsync(TollgateMapping.ToReading(passage, _place, context.Time.GetUtcNow()), stop).ConfigureAwait(false);
        }
        else if (posted.Kind == NotificationKind.Other)
        {
            // Nothing for us is in it, and an answer without a true result would bring it back for ever.
            context.Watch.Fault(FaultKind.Unsupported, "unknown-notification");
        }

        return ItsapiAnswer.Taken;
    }
}
