using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Hikvision;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Protocol.Hikvision;

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

    private EventStream<IsapiItem>? _stream;

    /// <summary>Pull opens the stream. Push has nothing to open: the camera comes to us.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        if (options.Direction == HikvisionDirection.Pull)
        {
            _stream = await AlertStream.OpenAsync(context.Transports.Http, options.Peer, options.Path, options.Idle, context.Time, ct).ConfigureAwait(false);
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

    private async Task ListenAsync(IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var clock = options.AskClock ? new IsapiClock(context, options.Peer).WatchAsync(end.Token) : Task.CompletedTask;
        try
        {
            await Listener().ListenAsync(_stream!, sink, ct).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await clock.ConfigureAwait(false);
        }
    }

    /// <summary>The camera's own silence proves nothing here: no vehicle, no post. The door stays open until we stop.</summary>
    private async Task ReceiveAsync(IReadingSink sink, CancellationToken ct)
    {
        var listener = Listener();
        using var door = context.Transports.Inbox.Open(context.Device, options.Token!, (request, stop) => listener.AnswerAsync(request, sink, stop));
        await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, ct).ConfigureAwait(false);
    }

    private IsapiListener Listener() => new(context.Watch, alert => HikvisionMapping.ToReading(alert, _place, context.Time.GetUtcNow()));
}
