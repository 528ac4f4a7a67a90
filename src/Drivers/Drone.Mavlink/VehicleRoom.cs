using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Takes what counts to the vehicle that said it. A vehicle begins with a heartbeat of its autopilot; nothing else proves that it is there.</summary>
internal sealed class VehicleRoom(DriverContext context, MavlinkOptions options, Fleet fleet, MavlinkTeller teller, MavLoss loss, OrderDesk orders)
{
    private const byte NoAutopilot = 8;
    private const byte Camera = 30;
    private const byte SerialNumber = 1;
    private const byte FirstBattery = 180;
    private const byte LastBattery = 181;

    private readonly Dictionary<byte, VehicleDesk> _desks = [];
    private readonly Dictionary<byte, MavClock> _clocks = [];
    private readonly OnlineRoll _roll = new(context);
    private readonly TimeSpan _began = teller.Now;
    private readonly TextDesk _texts = new(fleet, options.Patience.Offline);

    /// <returns>The vehicle whose heartbeat this was; null for anything else.</returns>
    public async Task<Vehicle?> TakeAsync(MavFrame frame, CancellationToken ct)
    {
        switch (frame.MessageId)
        {
            case Heartbeat.MsgId:
                return await BeatAsync(frame, frame.Read<Heartbeat>(), ct).ConfigureAwait(false);
            case CommandAck.MsgId:
                orders.Take(frame.System, frame.Component, frame.Read<CommandAck>());
                return null;
            case StatusText.MsgId:
                await TellAsync(_texts.Take(frame, teller.Now), ct).ConfigureAwait(false);
                CountUntold();
                return null;
            default:
                await (DeskOf(frame.System) is { } desk ? MessageAsync(desk, frame, ct) : Task.CompletedTask).ConfigureAwait(false);
                return null;
        }
    }

    /// <summary>
    /// Under which serial number one of our own broadcasts: who overhears it knows it by that. Only the autopilot of a vehicle that the site has listed is
    /// believed: anybody else could make a stranger one of ours with it.
    /// </summary>
    public async Task IdentityAsync(MavFrame frame, CancellationToken ct)
    {
        if (frame.MessageId == OpenDroneIdBasicId.MsgId && fleet.Known(frame.System) is not null && fleet.Find(frame.System) is { } vehicle && frame.Component == vehicle.Component
            && frame.Read<OpenDroneIdBasicId>() is { IdType: SerialNumber } basic
            && !AircraftDesk.IsOverheard(frame.Component, basic.IdOrMac) && AircraftMapping.Identity(basic) is { } serial)
        {
            await teller.SeeAsync(vehicle.Name, vehicle.IsConfigured, OpenDroneIdBasicId.Definition.Name, facts => facts with { Serial = serial }, ct).ConfigureAwait(false);
        }
    }

    public async Task TickAsync(CancellationToken ct)
    {
        await teller.FinishAsync(ct).ConfigureAwait(false);
        await TellAsync(_texts.Overdue(teller.Now), ct).ConfigureAwait(false);
        CountUntold();
        foreach (var desk in _desks.Values.ToArray())
        {
            if (desk.Vehicle.IsOnline && teller.Now - desk.Vehicle.Beat > options.Patience.Offline)
            {
                await LostAsync(desk, ct).ConfigureAwait(false);
            }

            await desk.TickAsync(ct).ConfigureAwait(false);
        }

        if (_roll.Missing.Count > 0 && teller.Now - _began > options.Patience.Offline)
        {
            await MissAsync([.. _roll.Missing], ct).ConfigureAwait(false);
        }
    }

    /// <summary>The link is gone: nobody on it is heard any more.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        foreach (var desk in _desks.Values.Where(desk => desk.Vehicle.IsOnline).ToArray())
        {
            await LostAsync(desk, ct).ConfigureAwait(false);
        }
    }

    private async Task LostAsync(VehicleDesk desk, CancellationToken ct)
    {
        MavlinkLog.Offline(context.Log, context.Device, desk.Vehicle.Name);
        await desk.LostAsync(ct).ConfigureAwait(false);
        await _roll.LeftAsync(desk.Vehicle.System, ct).ConfigureAwait(false);
    }

    /// <summary>They were told to be online before this conversation, and are not: nothing else is known of them.</summary>
    private async Task MissAsync(IReadOnlyList<byte> systems, CancellationToken ct)
    {
        foreach (byte system in systems)
        {
            string name = fleet.NameOf(system);
            await teller.SeeAsync(name, fleet.Known(system) is not null, Heartbeat.Definition.Name, facts => facts with { Online = false }, ct).ConfigureAwait(false);
            await teller.TellAsync(Lane.Event, new DroneStateBody { Vehicle = name, Online = false, Changed = ["online"] }, ct).ConfigureAwait(false);
            await _roll.LeftAsync(system, ct).ConfigureAwait(false);
        }
    }

    private async Task<Vehicle?> BeatAsync(MavFrame frame, Heartbeat beat, CancellationToken ct)
    {
        var vehicle = fleet.Find(frame.System);
        if (beat.Autopilot == NoAutopilot)
        {
            if (beat.Type == Camera)
            {
                vehicle?.HasCamera(frame.Component);
            }

            return null;
        }

        if (vehicle is { IsOnline: true } && vehicle.Component != frame.Component)
        {
            context.Watch.Fault(FaultKind.Garbled, LinkFaults.SecondAutopilot);
            return null;
        }

        if ((vehicle ?? fleet.Add(frame.System, frame.Component, teller.Now)) is not { } one)
        {
            context.Watch.Fault(FaultKind.Busy, LinkFaults.TooManyVehicles);
            return null;
        }

        if (one.Heard(frame.Component, beat, teller.Now))
        {
            MavlinkLog.Online(context.Log, context.Device, one.Name);
            await _roll.CameAsync(one.System, ct).ConfigureAwait(false);
        }

        await Open(one).BeatAsync(ct).ConfigureAwait(false);
        await TellAsync(_texts.Of(one), ct).ConfigureAwait(false);
        return one;
    }

    private void CountUntold()
    {
        for (int untold = _texts.TakeUntold(); untold > 0; untold--)
        {
            context.Watch.Fault(FaultKind.Garbled, LinkFaults.NoHeartbeat);
        }
    }

    private async Task MessageAsync(VehicleDesk desk, MavFrame frame, CancellationToken ct)
    {
        var vehicle = desk.Vehicle;
        bool isAutopilot = frame.Component == vehicle.Component;
        switch (frame.MessageId)
        {
            case SystemTime.MsgId when isAutopilot:
                SeeClock(vehicle, frame.Read<SystemTime>());
                break;
            case CameraImageCaptured.MsgId:
                await TellAsync([(vehicle, MavlinkMapping.Capture(vehicle.Name, vehicle.Signals.Heartbeat.Type, frame.Read<CameraImageCaptured>()))], ct).ConfigureAwait(false);
                break;
            case BatteryStatus.MsgId when isAutopilot || frame.Component is FirstBattery or LastBattery:
                await desk.TakeAsync(frame, ct).ConfigureAwait(false);
                break;
            default:
                await (isAutopilot ? desk.TakeAsync(frame, ct) : Task.CompletedTask).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>A clock that went back is a vehicle that began anew: what it counted is no loss, what it said is over.</summary>
    private void SeeClock(Vehicle vehicle, SystemTime told)
    {
        if (!_clocks.TryGetValue(vehicle.System, out var clock))
        {
            _clocks[vehicle.System] = clock = new MavClock();
        }

        if (clock.See(told))
        {
            loss.Restarted(vehicle.System);
            vehicle.Signals.Forget();
            MavlinkLog.Restarted(context.Log, context.Device, vehicle.Name);
        }
        else
        {
            loss.GoesOn(vehicle.System);
        }
    }

    private async Task TellAsync(IEnumerable<(Vehicle Vehicle, VehicleBody Body)> told, CancellationToken ct)
    {
        foreach (var (vehicle, body) in told)
        {
            if (Open(vehicle).May(body))
            {
                await teller.TellAsync(body is DroneAlarmBody ? Lane.Alarm : Lane.Event, body, ct).ConfigureAwait(false);
            }
            else
            {
                context.Watch.Fault(FaultKind.Busy, LinkFaults.TooManyEvents);
            }
        }
    }

    private VehicleDesk? DeskOf(byte system) => fleet.Find(system) is { } vehicle ? Open(vehicle) : null;

    /// <summary>One that took the place of another with the same id begins anew.</summary>
    private VehicleDesk Open(Vehicle vehicle)
    {
        if (_desks.GetValueOrDefault(vehicle.System) is { } desk && desk.Vehicle == vehicle)
        {
            return desk;
        }

        Forget();
        return _desks[vehicle.System] = new VehicleDesk(vehicle, options.Pace, teller, () => loss.LostOf(vehicle.System));
    }

    private void Forget()
    {
        foreach (byte gone in _desks.Where(one => fleet.Find(one.Key) != one.Value.Vehicle).Select(one => one.Key).ToArray())
        {
            _desks.Remove(gone);
            _clocks.Remove(gone);
        }
    }
}
