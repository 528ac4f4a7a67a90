using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Dahua;
using EdgeGateway.Drivers.HttpDevice;
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

    private readonly DahuaAccess _access = new(context, options.Peer);
    private DahuaHosts? _host;
    private EventStream<DahuaItem>? _stream;
    private DateTimeOffset _opened;

    /// <summary>A stream is attached to once a host. Push has nothing to open: the camera comes to us.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        if (options.Mode == DahuaMode.Push)
        {
            return;
        }

        _access.Host.Attach(options.Attach.Sort, context.Device);
        _host = _access.Host;
        _opened = context.Time.GetUtcNow();
        _stream = await DahuaStream.OpenAsync(_access, options.Attach, context.Time, ct).ConfigureAwait(false);
        context.Watch.Heard();
    }

    public Task RunAsync(IReadingSink sink, CancellationToken ct) =>
        options.Mode == DahuaMode.Push ? ReceiveAsync(sink, ct) : ListenAsync(new RememberingSink(sink, options.Memory), ct);

    public ValueTask DisposeAsync()
    {
        _stream?.Dispose();
        _host?.Detach(options.Attach.Sort, context.Device);
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync(IReadingSink sink, CancellationToken ct)
    {
        var beside = new DahuaBeside(context, options, _access, _place);
        beside.Start(sink, _opened, ct);
        try
        {
            var listener = new EventListener<DahuaItem, DahuaEvent>(context.Watch, found => DahuaMapping.ToReading(found, _place, context.Time.GetUtcNow()));
            await listener.ListenAsync(_stream!, sink, ct).ConfigureAwait(false);
        }
        finally
        {
            await beside.StopAsync().ConfigureAwait(false);
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
