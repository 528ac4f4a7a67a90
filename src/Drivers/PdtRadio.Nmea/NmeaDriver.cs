using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.Nmea;

namespace EdgeGateway.Drivers.PdtRadio.Nmea;

/// <summary>A satellite receiver that talks NMEA 0183 (pdt-radio.md section 11). It is only listened to, so nothing of it can be broken.</summary>
public sealed class NmeaDriver(DriverContext context, NmeaOptions options) : IDeviceDriver
{
    private static readonly TimeSpan s_clockEvery = TimeSpan.FromMinutes(1);

    /// <summary>From the fix to its last sentence a receiver takes up to a second, and does not say how long.</summary>
    private static readonly TimeSpan s_lateness = TimeSpan.FromSeconds(1);

    private readonly RadioVia _via = new(context.Device, NmeaMapping.DriverName, new RadioSiteOptions { Numbers = options.Numbers });
    private readonly NmeaPace _pace = new(options.Every);
    private ISerialLine? _line;
    private long? _clockTold;

    public async Task ConnectAsync(CancellationToken ct) =>
        _line = await context.Transports.Serial!.OpenAsync(options.Line, ct).ConfigureAwait(false);

    /// <summary>A receiver has no acknowledgement, so several readings may be on their way to the disk at one time.</summary>
    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var line = new NmeaLine(_line!, context.Watch, options, context.Time);
        var window = new EmitWindow(sink);
        try
        {
            while (true)
            {
                await TakeAsync(await line.NextAsync(ct).ConfigureAwait(false), window, ct).ConfigureAwait(false);
            }
        }
        finally
        {
            // The receiver does not say it again.
            await window.SettleAsync(context.Watch).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => _line?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async ValueTask TakeAsync(NmeaFix fix, EmitWindow window, CancellationToken ct)
    {
        var received = context.Time.GetUtcNow();
        WatchClock(fix, received);
        var reading = NmeaMapping.ToReading(fix, _via, options.Radio, received);
        var body = (RadioPositionBody)reading.Body;
        if (_pace.IsDue(body.FixTime, received, body.FixValid))
        {
            await window.EmitAsync(reading, ct).ConfigureAwait(false);
        }
    }

    private void WatchClock(NmeaFix fix, DateTimeOffset received)
    {
        bool due = _clockTold is not { } told || context.Time.GetElapsedTime(told) >= s_clockEvery;
        if (options.ClockWatch && due && NmeaMapping.Clock(fix, received) is { } clock)
        {
            _clockTold = context.Time.GetTimestamp();
            context.Watch.Clock(clock - received, s_lateness);
        }
    }
}
