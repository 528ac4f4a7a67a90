using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>A MAVLink link with the vehicles on it (drone.md chapter 1): listened to, shown that we are there, and ordered only where the site has switched that on.</summary>
public sealed class MavlinkDriver : IDeviceDriver, ICommandable
{
    private static readonly TimeSpan s_glance = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_beat = TimeSpan.FromSeconds(1);

    private readonly DriverContext _context;
    private readonly MavlinkOptions _options;
    private readonly Fleet _fleet;
    private readonly SigningDesk? _signing;
    private MavlinkConversation? _talk;

    public MavlinkDriver(DriverContext context, MavlinkOptions options)
    {
        (_context, _options) = (context, options);
        _fleet = new Fleet(options.Fleet);
        _signing = options.Signing is { } signing ? new SigningDesk(context, signing) : null;
    }

    public async Task ConnectAsync(CancellationToken ct)
    {
        await (_signing?.RememberAsync(ct) ?? Task.CompletedTask).ConfigureAwait(false);
        await OldTroubles.TakeOverAsync(_context, _fleet.NameOf, ct).ConfigureAwait(false);
        var link = await MavlinkLinks.OpenAsync(_context, _options, ct).ConfigureAwait(false);
        _talk = new MavlinkConversation(_context, _options, link, _fleet, _signing);
    }

    /// <summary>Nobody is acknowledged on this wire, so several readings may be on their way to the disk at one time.</summary>
    public Task RunAsync(IReadingSink sink, CancellationToken ct)
    {
        var talk = _talk!;
        return SideBySide.RunAsync(
            ct,
            stop => ListenAsync(talk, sink, stop, ct),
            talk.Errands.RunAsync,
            stop => _options.Self.Heartbeat ? BeatAsync(talk, stop) : Task.Delay(Timeout.InfiniteTimeSpan, _context.Time, stop),
            stop => _signing?.KeepAsync(stop) ?? Task.Delay(Timeout.InfiniteTimeSpan, _context.Time, stop));
    }

    public ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct) =>
        _talk!.Commands.ExecuteAsync(command, ct);

    /// <inheritdoc/>
    public string TargetOf(DeviceCommand command) => Volatile.Read(ref _talk)?.Commands.TargetOf(command) ?? string.Empty;

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _talk, null) is { } talk)
        {
            await talk.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task ListenAsync(MavlinkConversation talk, IReadingSink sink, CancellationToken ct, CancellationToken whole)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var teller = new MavlinkTeller(_context, sink);
        var listener = talk.Open(teller, end.Token);
        var next = teller.Now;
        try
        {
            while (true)
            {
                if (await talk.Link.NextAsync(s_glance, ct).ConfigureAwait(false) is { } piece)
                {
                    await listener.TakeAsync(piece, ct).ConfigureAwait(false);
                }
                else
                {
                    await listener.IdleAsync(ct).ConfigureAwait(false);
                }

                if (teller.Now >= next)
                {
                    next = teller.Now + s_glance;
                    await listener.TickAsync(ct).ConfigureAwait(false);
                }
            }
        }
        catch (Exception gone) when (gone is DeviceFaultException || (gone is OperationCanceledException && !whole.IsCancellationRequested))
        {
            await listener.LeaveAsync(whole).ConfigureAwait(false);
            throw;
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await talk.Errands.EndAsync().ConfigureAwait(false);
            await teller.SettleAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Apart from the listener: a disk that is slow must not make vehicles believe that nobody watches them.</summary>
    private async Task BeatAsync(MavlinkConversation talk, CancellationToken ct)
    {
        while (true)
        {
            foreach (var route in talk.FarEnds())
            {
                await talk.BeatAsync(route, ct).ConfigureAwait(false);
            }

            await Task.Delay(s_beat, _context.Time, ct).ConfigureAwait(false);
        }
    }
}
