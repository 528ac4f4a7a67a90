using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Drivers.Transport.WebSockets;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// One service with its own link, back-off and all: a card slot that is switched off must not cost the printers their links, which the host's loop around the
/// device would do (docs/decisions/0023-kiosks.md).
/// </summary>
internal sealed class ServiceLoop(DriverContext context, Xfs4IotOptions options, ServicePlace place, KioskDesk desk, LinkRoll roll, Random random)
{
    /// <summary>Behind the probe the kiosk is known to be there, and may be busy.</summary>
    private const int Probes = 5;

    private static readonly TimeSpan s_leastWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_steady = TimeSpan.FromSeconds(30);

    /// <summary>Never ends by itself.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var backoff = new FullJitterBackoff(random, s_leastWait < options.BackoffMost ? s_leastWait : options.BackoffMost, options.BackoffMost);
        while (true)
        {
            long begun = context.Time.GetTimestamp();
            await ConverseAsync(ct).ConfigureAwait(false);
            await desk.LoseAsync(place.Module, ct).ConfigureAwait(false);
            if (context.Time.GetElapsedTime(begun) >= s_steady)
            {
                backoff.Reset();
            }

            await Task.Delay(backoff.Next(), context.Time, ct).ConfigureAwait(false);
        }
    }

    private async Task ConverseAsync(CancellationToken ct)
    {
        try
        {
            await using var talk = new XfsTalk(await DialAsync(ct).ConfigureAwait(false), context);
            roll.Reached(place.Module);
            await new ServiceConversation(context, options, place.Module, desk, talk).RunAsync(ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault)
        {
            context.Watch.Fault(fault.Kind, "service-lost");
            Xfs4IotLog.Lost(context.Log, context.Device, place.Module, fault.Message);
        }
    }

    private async Task<IWebSocketLink> DialAsync(CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(Probes * options.Probe, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            return await context.Transports.WebSockets!.DialAsync(place.Target, either.Token).ConfigureAwait(false);
        }
        catch (DeviceFaultException)
        {
            roll.Failed(place.Module);
            throw;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            roll.Failed(place.Module);
            throw new DeviceFaultException(FaultKind.Unreachable, $"{place.Target.Host}:{place.Target.Port} does not answer within {Probes * options.Probe.TotalSeconds:0} s.");
        }
    }
}
