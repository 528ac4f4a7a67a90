using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Dahua;
using EdgeGateway.Drivers.HttpDevice;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.XrayScanner.Dahua;

/// <summary>A Dahua X-ray scanner (xray.md section 2.2): the gateway attaches to one of its event streams and reads them by the site's map.</summary>
public sealed class DahuaXrayDriver(DriverContext context, DahuaXrayOptions options) : IDeviceDriver
{
    private readonly DahuaAccess _access = new(context, options.Peer);
    private readonly InspectionEvents _events = new(options.Map, DahuaXrayMapping.Place(context), options.Unmapped, context.Watch);
    private DahuaHosts? _host;
    private EventStream<DahuaItem>? _stream;

    public async Task ConnectAsync(CancellationToken ct)
    {
        _access.Host.Attach(options.Attach.Sort, context.Device);
        _host = _access.Host;
        _stream = await DahuaStream.OpenAsync(_access, options.Attach, context.Time, ct).ConfigureAwait(false);
        context.Watch.Heard();
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var clock = new DahuaClockQuestion(context, _access, options.ClockEvery).RunAsync(end.Token);
        try
        {
            await new EventListener<DahuaItem, DahuaEvent>(context.Watch, Read).ListenAsync(_stream!, _events.Before(sink), ct).ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await clock.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public ValueTask DisposeAsync()
    {
        _stream?.Dispose();
        _host?.Detach(options.Attach.Sort, context.Device);
        return ValueTask.CompletedTask;
    }

    private Reading? Read(DahuaEvent told) =>
        DahuaXrayMapping.ToEvent(told) is { } @event ? _events.Read(@event, context.Time.GetUtcNow()) : null;
}
