using System.Collections.Concurrent;
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

    private readonly ConcurrentDictionary<(MavTarget, ushort, int), byte> _unsupported = [];

    /// <summary>Vehicles for which an order is carried out now.</summary>
    private readonly ConcurrentDictionary<byte, byte> _ordered = [];

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

        // A vehicle that was not known when the first order came is two targets for a moment.
        if (!_ordered.TryAdd(vehicle.System, 0))
        {
            return CommandOutcome.Failed("busy");
        }

        try
        {
            return await OrderAsync(vehicle, command.Name, args, ct).ConfigureAwait(false);
        }
        finally
        {
            _ordered.TryRemove(vehicle.System, out _);
        }
    }

    /// <returns>The vehicle's name; empty when there is none that is meant.</returns>
    public string TargetOf(DeviceCommand command) => DroneOrderArgs.Read(command.Name, command.Args) is { } args ? Named(args.Vehicle)?.Name ?? string.Empty : string.Empty;

    /// <summary>A vehicle on the ground would not fly there: it would be put into another mode, and perhaps take off in it.</summary>
    private string? Forbids(Vehicle vehicle, DroneOrderArgs args) =>
        context.Airspace is not { } airspace ? "no-airspace"
        : airspace.Forbids(context.Device, vehicle.Name, args.To!, args.HeightM) is { } word ? word
        : vehicle.View is { Airborne: not true } view && VehicleWords.CanFly(view.Type) ? "not-airborne"
        : null;

    private OrderPlan? Plan(string name, VehicleView vehicle, DroneOrderArgs args) => name switch
    {
        ReturnHome => OrderPlan.ReturnHome(vehicle),
        Hold => OrderPlan.Hold(vehicle),
        GoTo => OrderPlan.GoTo(vehicle, args),
        TakePicture => OrderPlan.TakePicture(vehicle, args.Camera, Interlocked.Increment(ref _pictures)),
        _ => null,
    };

    private async Task<CommandOutcome> OrderAsync(Vehicle vehicle, string name, DroneOrderArgs args, CancellationToken ct)
    {
        if (Plan(name, vehicle.View, args) is not { } plan)
        {
            return CommandOutcome.Failed(name == GoTo ? "altitude-unknown" : "unsupported");
        }

        ushort command = plan.Order.Command;
        if (_unsupported.ContainsKey((plan.To, command, vehicle.View.Contacts)))
        {
            return CommandOutcome.Failed("unsupported");
        }

        if (name != GoTo)
        {
            return await AskFirstAsync(vehicle, plan, ct).ConfigureAwait(false) ?? await SendAsync(vehicle, plan, null, ct).ConfigureAwait(false);
        }

        // While it was asked it flew on: neither the fence nor the altitude is judged by where it was before.
        return await AskFirstAsync(vehicle, plan, ct).ConfigureAwait(false) is { } known ? known
            : Forbids(vehicle, args) is { } forbidden ? CommandOutcome.Failed(forbidden)
            : await SendAsync(vehicle, OrderPlan.GoTo(vehicle.View, args) ?? plan, () => Forbids(vehicle, args), ct).ConfigureAwait(false);
    }

    /// <returns>Null when it may be sent.</returns>
    private async Task<CommandOutcome?> AskFirstAsync(Vehicle vehicle, OrderPlan plan, CancellationToken ct)
    {
        if (!unclear.Has(Key(vehicle, plan.Order.Command)))
        {
            return null;
        }

        if (await AskStateAsync(vehicle, ct).ConfigureAwait(false) is not { } now)
        {
            return CommandOutcome.Failed("state-unknown");
        }

        if (plan.IsSo?.Invoke(now) != true)
        {
            return null;
        }

        await EndAsync(vehicle, plan.Order.Command, ct).ConfigureAwait(false);
        return CommandOutcome.Done("already-so");
    }

    private async Task<CommandOutcome> SendAsync(Vehicle vehicle, OrderPlan plan, Func<string?>? forbids, CancellationToken ct)
    {
        ushort command = plan.Order.Command;
        try
        {
            await unclear.BeginAsync(Key(vehicle, command), ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed("not-stored");
        }

        CommandOutcome outcome;
        try
        {
            outcome = await TalkAsync(vehicle, plan, forbids, ct).ConfigureAwait(false);
        }
        catch (DeviceFaultException)
        {
            // What was sent before may have arrived.
            return CommandOutcome.Unknown("link-ended");
        }

        if (outcome.State != Protocol.Commands.CommandState.Unknown)
        {
            await EndAsync(vehicle, command, ct).ConfigureAwait(false);
        }

        return outcome;
    }

    private async Task<CommandOutcome> TalkAsync(Vehicle vehicle, OrderPlan plan, Func<string?>? forbids, CancellationToken ct)
    {
        var end = await desk.AskAsync(plan.To, plan.Order, ct, forbids: forbids).ConfigureAwait(false);
        if (end.Result == MavResults.Unsupported)
        {
            _unsupported.TryAdd((plan.To, plan.Order.Command, vehicle.View.Contacts), 0);
        }

        return end.Forbidden is { } forbidden ? (end.Sends == 0 ? CommandOutcome.Failed(forbidden) : CommandOutcome.Unknown(forbidden))
            : Judge(end) ?? await SeenAsync(vehicle, plan, end, ct).ConfigureAwait(false);
    }

    /// <summary>A disk that refuses changes nothing of what the vehicle did: it is asked the next time.</summary>
    private async Task EndAsync(Vehicle vehicle, ushort command, CancellationToken ct)
    {
        try
        {
            await unclear.EndAsync(Key(vehicle, command), ct).ConfigureAwait(false);
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
        { } result when MavResults.Word(result) is { } word && !IsPerhapsOfACopy(result, end) => CommandOutcome.Failed(word),
        _ => null,
    };

    /// <summary>
    /// The answer to a copy, while the first one is being carried out or was, looks the same as one to the first. Who did not understand the copy did not
    /// understand the first either.
    /// </summary>
    private static bool IsPerhapsOfACopy(byte result, MavOrderEnd end) => result switch
    {
        MavResults.Unsupported or MavResults.LongOnly or MavResults.IntOnly or MavResults.UnsupportedFrame => false,
        MavResults.Failed or MavResults.Cancelled => end.Sends > 1,
        _ => end.Sends > 1 || end.WasUnderWay,
    };

    /// <summary>The answers left it open: the vehicle's state tells, or nobody does.</summary>
    private async Task<CommandOutcome> SeenAsync(Vehicle vehicle, OrderPlan plan, MavOrderEnd end, CancellationToken ct)
    {
        var now = await AskStateAsync(vehicle, ct).ConfigureAwait(false);
        return now is not null && plan.IsSo?.Invoke(now) == true ? CommandOutcome.Done("seen-in-state")
            : CommandOutcome.Unknown(end switch
            {
                { Result: { } result } => MavResults.Word(result) ?? FormattableString.Invariant($"result-{result}"),
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

    private static string Key(Vehicle vehicle, ushort command) => FormattableString.Invariant($"{vehicle.System}/{command}");

    private Vehicle? Find(string? name, out string why)
    {
        var found = Named(name);
        why = found is null ? (name is null && fleet.All.Count > 1 ? "which-vehicle" : "unknown-vehicle") : "offline";
        return found is { IsOnline: true } ? found : null;
    }

    /// <param name="name">Null: the only one.</param>
    private Vehicle? Named(string? name)
    {
        var all = fleet.All;
        return name is not null ? all.FirstOrDefault(vehicle => vehicle.Name == name) : all is [var only] ? only : null;
    }
}
