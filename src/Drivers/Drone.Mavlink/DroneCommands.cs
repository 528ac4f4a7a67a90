using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>
/// Orders for vehicles, each off until the site switches it on. What may be under way is never ordered again before the vehicle was asked what it does.
/// </summary>
internal sealed class DroneCommands(DriverContext context, MavlinkOptions options, Fleet fleet, OrderDesk desk, UnclearOrders unclear)
{
    public const string ReturnHome = "drone.return-home";
    public const string Hold = "drone.hold";
    public const string GoTo = "drone.go-to";
    public const string TakePicture = "drone.take-picture";

    public static readonly IReadOnlyList<string> Names = [ReturnHome, Hold, GoTo, TakePicture];

    private readonly HashSet<(MavTarget, ushort, int)> _unsupported = [];

    // A camera remembers numbers over our restarts; as a float it has 24 bits.
    private int _pictures = (int)(context.Time.GetUtcNow().ToUnixTimeSeconds() & 0x3F_FFFF);

    public async ValueTask<CommandOutcome> ExecuteAsync(DeviceCommand command, CancellationToken ct)
    {
        if (DroneOrderArgs.Read(command.Name, command.Args) is not { } args)
        {
            return CommandOutcome.Failed("bad-arguments");
        }

        if (Find(args.Vehicle, out string why) is not { } vehicle)
        {
            return CommandOutcome.Failed(why);
        }

        if (command.Name == GoTo && Forbids(vehicle, args) is { } forbidden)
        {
            return CommandOutcome.Failed(forbidden);
        }

        return Plan(command.Name, vehicle.View, args) is { } plan
            ? await OrderAsync(vehicle, plan, ct).ConfigureAwait(false)
            : CommandOutcome.Failed("altitude-unknown");
    }

    private string? Forbids(Vehicle vehicle, DroneOrderArgs args) =>
        context.Airspace is { } airspace ? airspace.Forbids(context.Device, vehicle.Name, args.To!, args.HeightM) : "no-airspace";

    private OrderPlan? Plan(string name, VehicleView vehicle, DroneOrderArgs args) => name switch
    {
        ReturnHome => OrderPlan.ReturnHome(vehicle),
        Hold => OrderPlan.Hold(vehicle),
        GoTo => OrderPlan.GoTo(vehicle, args),
        TakePicture => OrderPlan.TakePicture(vehicle, args.Camera, Interlocked.Increment(ref _pictures)),
        _ => null,
    };

    private async Task<CommandOutcome> OrderAsync(Vehicle vehicle, OrderPlan plan, CancellationToken ct)
    {
        ushort command = plan.Order.Command;
        if (_unsupported.Contains((plan.To, command, vehicle.View.Contacts)))
        {
            return CommandOutcome.Failed("unsupported");
        }

        var before = vehicle.View;
        if (unclear.Has(vehicle.System, command))
        {
            if (await AskStateAsync(vehicle, ct).ConfigureAwait(false) is not { } now)
            {
                return CommandOutcome.Failed("state-unknown");
            }

            if (plan.IsSo?.Invoke(now, before) == true)
            {
                await EndAsync(vehicle, command, ct).ConfigureAwait(false);
                return CommandOutcome.Done("already-so");
            }
        }

        return await SendAsync(vehicle, plan, before, ct).ConfigureAwait(false);
    }

    private async Task<CommandOutcome> SendAsync(Vehicle vehicle, OrderPlan plan, VehicleView before, CancellationToken ct)
    {
        ushort command = plan.Order.Command;
        try
        {
            await unclear.BeginAsync(vehicle.System, command, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed("not-stored");
        }

        var end = await desk.AskAsync(plan.To, plan.Order, ct).ConfigureAwait(false);
        if (end.Result == MavResults.Unsupported)
        {
            _unsupported.Add((plan.To, command, vehicle.View.Contacts));
        }

        var outcome = Judge(end) ?? await SeenAsync(vehicle, plan, before, end, ct).ConfigureAwait(false);
        if (outcome.State != Protocol.Commands.CommandState.Unknown)
        {
            await EndAsync(vehicle, command, ct).ConfigureAwait(false);
        }

        return outcome;
    }

    /// <summary>A disk that refuses changes nothing of what the vehicle did: it is asked the next time.</summary>
    private async Task EndAsync(Vehicle vehicle, ushort command, CancellationToken ct)
    {
        try
        {
            await unclear.EndAsync(vehicle.System, command, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            context.Watch.Fault(FaultKind.Busy, "order-not-closed");
        }
    }

    /// <returns>Null when the answers do not say what became of it.</returns>
    private static CommandOutcome? Judge(MavOrderEnd end) => end.Result switch
    {
        MavResults.Accepted => CommandOutcome.Done(),
        // The answer to a copy, while the first one is being carried out, looks the same.
        MavResults.TemporarilyRejected when end.Sends == 1 && !end.WasUnderWay => CommandOutcome.Failed("temporarily-rejected"),
        MavResults.Denied => CommandOutcome.Failed("denied"),
        MavResults.Unsupported => CommandOutcome.Failed("unsupported"),
        MavResults.Failed => CommandOutcome.Failed("failed"),
        MavResults.Cancelled => CommandOutcome.Failed("cancelled"),
        MavResults.LongOnly or MavResults.IntOnly => CommandOutcome.Failed("other-carrier"),
        MavResults.UnsupportedFrame => CommandOutcome.Failed("unsupported-frame"),
        MavResults.NotInControl => CommandOutcome.Failed("not-in-control"),
        _ => null,
    };

    /// <summary>The answers left it open: the vehicle's state tells, or nobody does.</summary>
    private async Task<CommandOutcome> SeenAsync(Vehicle vehicle, OrderPlan plan, VehicleView before, MavOrderEnd end, CancellationToken ct)
    {
        var now = await AskStateAsync(vehicle, ct).ConfigureAwait(false);
        return now is not null && plan.IsSo?.Invoke(now, before) == true ? CommandOutcome.Done("seen-in-state")
            : CommandOutcome.Unknown(end switch
            {
                { Result: MavResults.TemporarilyRejected } => "temporarily-rejected",
                { Result: { } other } => FormattableString.Invariant($"result-{other}"),
                { WasUnderWay: true } => "under-way",
                _ => "no-answer",
            });
    }

    /// <summary>Asks for its heartbeat, its landed state and its home, and waits for a heartbeat that is newer than the question.</summary>
    /// <returns>Null when none comes.</returns>
    private async Task<VehicleView?> AskStateAsync(Vehicle vehicle, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(options.Patience.Offline, context.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        var beat = vehicle.NextBeat;
        try
        {
            foreach (int message in new[] { Heartbeat.MsgId, ExtendedSysState.MsgId, HomePosition.MsgId })
            {
                await desk.AskAsync(new MavTarget(vehicle.System, vehicle.Component), new MavOrder(MavOrder.RequestMessage) { Param1 = message }, either.Token, sends: 1).ConfigureAwait(false);
            }

            await beat.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The questions may go unanswered; a heartbeat that came meanwhile is an answer all the same.
        }

        return beat.IsCompleted && vehicle.IsOnline ? vehicle.View : null;
    }

    private Vehicle? Find(string? name, out string why)
    {
        var all = fleet.All;
        var found = name is null ? all.Count == 1 ? all[0] : null : all.FirstOrDefault(vehicle => vehicle.Name == name);
        why = found is null ? (name is null && all.Count > 1 ? "which-vehicle" : "unknown-vehicle") : "offline";
        return found is { IsOnline: true } ? found : null;
    }
}
