using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Hikvision;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Protocol.Hikvision;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Hikvision;

/// <summary>A Hikvision X-ray scanner over ISAPI (xray.md section 2.1): it streams to us, or it posts to us; its bodies are read by the site's map.</summary>
public sealed class HikvisionXrayDriver : IDeviceDriver
{
    private readonly DriverContext _context;
    private readonly HikvisionXrayOptions _options;
    private readonly InspectionEvents _events;
    private readonly IsapiListener _listener;
    private EventStream<IsapiItem>? _stream;

    public HikvisionXrayDriver(DriverContext context, HikvisionXrayOptions options)
    {
        (_context, _options) = (context, options);
        _events = new InspectionEvents(options.Map, HikvisionXrayMapping.Place(context), options.Unmapped, context.Watch);
        _listener = new IsapiListener(context.Watch, Read);
    }

    /// <summary>Pull opens the stream. Push has nothing to open: the scanner comes to us.</summary>
    public async Task ConnectAsync(CancellationToken ct)
    {
        if (_options.Peer is { } peer)
        {
            _stream = await AlertStream.OpenAsync(_context.Transports.Http, peer, _options.Path, _options.Idle, _context.Time, ct).ConfigureAwait(false);
            _context.Watch.Heard();
        }
    }

    public Task RunAsync(IReadingSink sink, CancellationToken ct) => _stream is { } stream ? ListenAsync(stream, _events.Before(sink), ct) : ReceiveAsync(_events.Before(sink), ct);

    public ValueTask DisposeAsync()
    {
        _stream?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task ListenAsync(EventStream<IsapiItem> stream, IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var clock = _options.AskClock ? new IsapiClock(_context, _options.Peer!).WatchAsync(end.Token) : Task.CompletedTask;
        try
        {
            await _listener.ListenAsync(stream, sink, ct).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await clock.ConfigureAwait(false);
        }
    }

    /// <summary>The scanner's own silence proves nothing here: no parcel, no post. The door stays open until we stop.</summary>
    private async Task ReceiveAsync(IReadingSink sink, CancellationToken ct)
    {
        using var door = _context.Transports.Inbox.Open(_context.Device, _options.Token!, (request, stop) => _listener.AnswerAsync(request, sink, stop));
        await Task.Delay(Timeout.InfiniteTimeSpan, _context.Time, ct).ConfigureAwait(false);
    }

    private Reading? Read(IsapiEvent told) =>
        HikvisionXrayMapping.ToEvent(told) is { } @event ? _events.Read(@event, _context.Time.GetUtcNow()) : null;
}
