using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Snmp;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>A printer, a switch or anything else that is asked over SNMP: asked, and nothing but asked.</summary>
public sealed class GenericSnmpDriver(DriverContext context, GenericSnmpOptions options) : IDeviceDriver
{
    private SnmpPeer? _peer;

    public async Task ConnectAsync(CancellationToken ct)
    {
        _peer = await SnmpPeer.OpenAsync(context, options.Target, ct).ConfigureAwait(false);
        try
        {
            var (root, what) = SnmpProfiles.RootOf(options.Profile);
            if (!await new ObjectRound(_peer, context.Watch).HasAsync(root, ct).ConfigureAwait(false))
            {
                throw new DeviceFaultException(FaultKind.Unsupported, $"It answers SNMP and has nothing below {root} ({what}): another profile is right, or its view is closed.");
            }
        }
        catch (DeviceFaultException silence) when (silence.Kind == FaultKind.Silent)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, silence.Message, inner: silence);
        }
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var profile = SnmpProfiles.Of(context, options, _peer!, sink);
        var link = new LinkWatch(context, profile);
        while (true)
        {
            long begun = context.Time.GetTimestamp();
            await TakeRoundAsync(profile, link, ct).ConfigureAwait(false);
            var left = options.Every - context.Time.GetElapsedTime(begun);
            await Task.Delay(left > TimeSpan.Zero ? left : TimeSpan.Zero, context.Time, ct).ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync()
    {
        _peer?.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task TakeRoundAsync(ISnmpProfile profile, LinkWatch link, CancellationToken ct)
    {
        try
        {
            await profile.TakeRoundAsync(ct).ConfigureAwait(false);
            await link.HearAsync(ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault) when (fault.Kind is FaultKind.Silent or FaultKind.Unreachable)
        {
            context.Watch.Fault(fault.Kind, "round-missing");
            if (await link.MissAsync(options.Grace, ct).ConfigureAwait(false))
            {
                throw;
            }
        }
    }
}
