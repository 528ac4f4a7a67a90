using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// A kiosk whose parts are XFS4IoT services (kiosk.md sections 1 and 2): found at its publishers, listened to on one link a service, and asked with four commands
/// that move nothing and read nobody. It takes no orders.
/// </summary>
public sealed class Xfs4IotDriver(DriverContext context, Xfs4IotOptions options) : IDeviceDriver
{
    private static readonly TimeSpan s_round = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_lastWrite = TimeSpan.FromSeconds(2);

    private readonly PublisherSearch _search = new(context, options);
    private KioskRoster? _roster;
    private DeviceFaultException? _gone;

    public async Task ConnectAsync(CancellationToken ct)
    {
        try
        {
            _roster = await _search.FindAsync(ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException fault) when (new ToldMemory(context.Memory).Standing(options) is { } known)
        {
            // The platform still takes it for what it was told last; telling needs a conversation.
            (_roster, _gone) = (known, fault);
            return;
        }

        Xfs4IotLog.Found(context.Log, context.Device, _roster.Places.Count, string.Join(", ", _roster.Places.Select(place => place.Module)));
    }

    public async Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        using var desk = new KioskDesk(context, options, _roster!, sink);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await desk.BeginAsync(ct).ConfigureAwait(false);
        if (_gone is { } fault)
        {
            await TellGoneAsync(desk, ct).ConfigureAwait(false);
            throw new DeviceFaultException(fault.Kind, fault.Message, fault.Wait, fault);
        }

        var roll = new LinkRoll(_roster!.Places.Count);
        var random = new Random((int)context.Time.GetTimestamp());
        Task[] all = [.. _roster.Places.Select(place => new ServiceLoop(context, options, place, desk, roll, new Random(random.Next())).RunAsync(end.Token)), KeepAsync(desk, end.Token)];
        try
        {
            await (await Task.WhenAny([.. all, roll.Gone]).ConfigureAwait(false)).ConfigureAwait(false);
            await desk.LoseAllAsync(KioskMoment.Now, ct).ConfigureAwait(false);
            throw new DeviceFaultException(FaultKind.Unreachable, $"None of the {_roster.Places.Count} services of {options.Host} can be reached: check power and network of the kiosk.");
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await SayWhatWasToldAsync(desk).ConfigureAwait(false);
        }
    }

    /// <summary>It was there when the gateway was last, and is not now.</summary>
    private async Task TellGoneAsync(KioskDesk desk, CancellationToken ct)
    {
        try
        {
            await desk.LoseAllAsync(KioskMoment.Resync, ct).ConfigureAwait(false);
        }
        finally
        {
            await SayWhatWasToldAsync(desk).ConfigureAwait(false);
        }
    }

    /// <summary>The links end with <see cref="RunAsync"/>.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>What is done from time to time, whatever the services say.</summary>
    private async Task KeepAsync(KioskDesk desk, CancellationToken ct)
    {
        (long told, long searched) = (context.Time.GetTimestamp(), context.Time.GetTimestamp());
        while (true)
        {
            await Task.Delay(s_round, context.Time, ct).ConfigureAwait(false);
            await desk.CatchUpAsync(ct).ConfigureAwait(false);
            await desk.RememberAsync(ct).ConfigureAwait(false);
            if (context.Time.GetElapsedTime(told) >= options.Every)
            {
                told = context.Time.GetTimestamp();
                await desk.TellStateAsync(ct).ConfigureAwait(false);
            }

            if (context.Time.GetElapsedTime(searched) >= options.SearchEvery)
            {
                await SearchAsync(ct).ConfigureAwait(false);
                searched = context.Time.GetTimestamp();
            }
        }
    }

    /// <summary>While a kiosk starts, its publisher knows only some of its services. One that it does not name any more keeps its link, if it has one.</summary>
    /// <exception cref="DeviceFaultException"><c>Ended</c>: there are new ones.</exception>
    private async Task SearchAsync(CancellationToken ct)
    {
        try
        {
            if (await _search.NewsAsync(_roster!, ct).ConfigureAwait(false) is { Count: > 0 } news)
            {
                Xfs4IotLog.Changed(context.Log, context.Device, string.Join(", ", news));
                throw new DeviceFaultException(FaultKind.Ended, "The kiosk has services that it did not have before.");
            }
        }
        catch (DeviceFaultException fault) when (fault.Kind != FaultKind.Ended)
        {
            context.Watch.Fault(fault.Kind, "publisher-silent");
        }
    }

    private async Task SayWhatWasToldAsync(KioskDesk desk)
    {
        using var limit = new CancellationTokenSource(s_lastWrite, context.Time);
        try
        {
            await desk.RememberAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // After a restart it is told once more.
        }
    }
}
