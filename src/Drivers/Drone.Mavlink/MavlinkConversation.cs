using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Everything that belongs to one open link.</summary>
internal sealed class MavlinkConversation : IOrderVoice, IAsyncDisposable
{
    private readonly DriverContext _context;
    private readonly MavlinkOptions _options;
    private readonly Fleet _fleet;
    private readonly MavlinkRoutes _routes;
    private readonly MavlinkVoice _voice;
    private readonly SigningDesk? _signing;
    private readonly MavlinkRoute? _fixed;

    public MavlinkConversation(DriverContext context, MavlinkOptions options, IMavlinkLink link, Fleet fleet, SigningDesk? signing)
    {
        (_context, _options, Link, _fleet, _signing) = (context, options, link, fleet, signing);
        _voice = new MavlinkVoice(link, context, options.Self, signing);
        _fixed = link.Fixed is { } end ? _voice.NewRoute(end) : null;
        _routes = new MavlinkRoutes(fleet, options.Patience.Offline, end => _fixed ?? _voice.NewRoute(end));
        Orders = new OrderDesk(this, options, context.Time, context.Log);
        Commands = new DroneCommands(context, options, fleet, Orders, new UnclearOrders(context.Memory, context.Watch));
    }

    public IMavlinkLink Link { get; }

    public OrderDesk Orders { get; }

    public DroneCommands Commands { get; }

    public Errands Errands { get; } = new();

    /// <summary>Called once, by the listener.</summary>
    public MavlinkListener Open(MavlinkTeller teller, CancellationToken stop)
    {
        Errands.Open(stop);
        var gate = new FrameGate(_context, _options.Self, _fleet, _routes, _signing);
        var room = new VehicleRoom(_context, _options, _fleet, teller, gate.Loss, Orders);
        var contact = new FirstContact(_context, _options, Orders);
        return new MavlinkListener(_context, Link.IsDatagrams, gate, room, new AircraftDesk(_context, _options, teller), teller, vehicle => Errands.Begin(vehicle.System, ct => contact.RunAsync(vehicle, ct)));
    }

    /// <summary>Where vehicles are: each address once, and never more than there may be vehicles.</summary>
    public IReadOnlyList<MavlinkRoute> FarEnds() =>
        _fixed is not null ? [_fixed] : [.. _fleet.All.Select(vehicle => _routes.Find(vehicle.System)).OfType<MavlinkRoute>().Distinct()];

    /// <summary>On a datagram port one far end that cannot be reached says nothing of the others.</summary>
    public Task BeatAsync(MavlinkRoute route, CancellationToken ct) => SayAsync(() => _voice.BeatAsync(route, ct));

    public Task<bool> OrderAsync(MavTarget to, MavOrder order, byte? confirmation, CancellationToken ct) =>
        _routes.Find(to.System) is not { } route ? Task.FromResult(false)
        : SayAsync(() => confirmation is { } count ? _voice.SayAsync(route, order.ToLong(to, count), ct) : _voice.SayAsync(route, order.ToInt(to), ct));

    public async ValueTask DisposeAsync()
    {
        await Link.DisposeAsync().ConfigureAwait(false);
        _voice.Dispose();
    }

    /// <returns>False when it could not be sent.</returns>
    private async Task<bool> SayAsync(Func<Task> say)
    {
        try
        {
            await say().ConfigureAwait(false);
            return true;
        }
        catch (IOException) when (Link.IsDatagrams)
        {
            _context.Watch.Fault(FaultKind.Unreachable, LinkFaults.NoRoute);
            return false;
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            throw new DeviceFaultException(FaultKind.Unreachable, gone.Message, inner: gone);
        }
    }
}
