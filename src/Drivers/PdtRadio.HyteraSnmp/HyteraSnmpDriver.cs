using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.PdtRadio.HyteraSnmp;

/// <summary>A Hytera DMR repeater asked over SNMP version 1 (pdt-radio.md section 13): asked, and nothing but asked.</summary>
public sealed class HyteraSnmpDriver(DriverContext context, HyteraSnmpOptions options) : IDeviceDriver
{
    private SnmpPeer? _peer;
    private RepeaterRound? _round;

    public async Task ConnectAsync(CancellationToken ct)
    {
        _peer = await SnmpPeer.OpenAsync(context, options.Target, ct).ConfigureAwait(false);
        _round = new RepeaterRound(_peer, context.Watch, [.. RepeaterMib.Objects.Where(one => !options.LeaveOut.Contains(one.Metric))]);
        try
        {
            await _round.GreetAsync(ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException silence) when (silence.Kind == FaultKind.Silent)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, silence.Message, inner: silence);
        }
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var status = new RepeaterStatus(context, sink);
        while (true)
        {
            long begun = context.Time.GetTimestamp();
            await TakeRoundAsync(status, sink, ct).ConfigureAwait(false);
            var left = options.Every - context.Time.GetElapsedTime(begun);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, context.Time, ct).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _peer?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task TakeRoundAsync(RepeaterStatus status, IReadingSink sink, CancellationToken ct)
    {
        RepeaterAnswers answers;
        try
        {
            answers = await _round!.AskAsync(ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault) when (fault.Kind is FaultKind.Silent or FaultKind.Unreachable)
        {
            await status.LoseLinkAsync(ct).ConfigureAwait(false);
            throw;
        }

        // Alarms first: the measurements of this moment can wait for them.
        await status.TakeAsync(answers, ct).ConfigureAwait(false);
        await EmitAsync(HyteraSnmpMapping.ToReading(context.Device, answers, context.Time.GetUtcNow()), sink, ct).ConfigureAwait(false);
    }

    /// <summary>What the disk refuses of this moment is gone: the repeater tells the next one.</summary>
    private async Task EmitAsync(Reading reading, IReadingSink sink, CancellationToken ct)
    {
        try
        {
            await sink.EmitAsync(reading, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, WatchReasons.NotStored);
            throw;
        }
    }
}
