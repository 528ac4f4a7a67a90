using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>What is told of one vehicle: every fact to the site's rules, its state when it changes, its position thinned.</summary>
internal sealed class VehicleDesk(Vehicle vehicle, MavlinkPace pace, MavlinkTeller teller, Func<long> lost)
{
    private readonly RatePace _positions = teller.Pace(pace.Every);
    private readonly EventBudget _changes = EventBudget.OfChanges();
    private readonly TroubleDesk _troubles = new(vehicle, teller);
    private readonly EventBudget _alarms = new(512, 5);
    private readonly EventBudget _messages = new(512, 5);
    private readonly EventBudget _captures = new(512, 5);
    private DroneStateBody? _told;
    private TimeSpan _reported;
    private bool _hasMoved;

    public Vehicle Vehicle => vehicle;

    /// <summary>Whether a text or an image may be told now; alarms are not used up by chatter and images.</summary>
    public bool May(VehicleBody body) => (body switch { DroneAlarmBody => _alarms, DroneMessageBody => _messages, _ => _captures }).Take(teller.Now);

    /// <summary>Its autopilot gave a heartbeat.</summary>
    public async Task BeatAsync(CancellationToken ct)
    {
        await teller.SeeAsync(vehicle.Name, vehicle.IsConfigured, Heartbeat.Definition.Name, facts => VehicleFactsOf.Beat(facts, vehicle.Signals, teller.Now), ct).ConfigureAwait(false);
        await TellStateAsync(ct).ConfigureAwait(false);
    }

    /// <summary>It said something else about itself.</summary>
    public async Task TakeAsync(MavFrame frame, CancellationToken ct)
    {
        var kind = vehicle.Signals.Take(frame, teller.Now);
        await teller.SeeAsync(vehicle.Name, vehicle.IsConfigured, frame.Definition!.Name, facts => VehicleFactsOf.Message(facts, vehicle.Signals, frame.MessageId, teller.Now), ct).ConfigureAwait(false);
        if (frame.MessageId == SysStatus.MsgId)
        {
            await _troubles.TakeAsync(frame.Read<SysStatus>(), ct).ConfigureAwait(false);
        }
        else if (frame.MessageId == BatteryStatus.MsgId)
        {
            await _troubles.TakeAsync(frame.Read<BatteryStatus>(), ct).ConfigureAwait(false);
        }

        if (kind == SignalKind.State)
        {
            await TellStateAsync(ct).ConfigureAwait(false);
        }
        else if (kind == SignalKind.Position)
        {
            _hasMoved = true;
            await TellPositionAsync(ct).ConfigureAwait(false);
        }
    }

    public async Task LostAsync(CancellationToken ct)
    {
        vehicle.Lost();
        await teller.SeeAsync(vehicle.Name, vehicle.IsConfigured, Heartbeat.Definition.Name, facts => facts with { Online = false }, ct).ConfigureAwait(false);
        await TellStateAsync(ct).ConfigureAwait(false);
    }

    /// <summary>Time has passed: what waits is told, and now and then the state.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        await TellPositionAsync(ct).ConfigureAwait(false);
        await _troubles.TickAsync(ct).ConfigureAwait(false);
        if (_told is not null)
        {
            await TellStateAsync(ct).ConfigureAwait(false);
        }
    }

    /// <summary>The last one before a pause too: it waits until it is due.</summary>
    private async Task TellPositionAsync(CancellationToken ct)
    {
        if (_hasMoved && _positions.Take())
        {
            _hasMoved = false;
            await teller.TellAsync(Lane.Telemetry, MavlinkMapping.Position(vehicle.Name, vehicle.Signals), ct).ConfigureAwait(false);
        }
    }

    private async Task TellStateAsync(CancellationToken ct)
    {
        var state = MavlinkMapping.State(vehicle.Name, vehicle.Signals, vehicle.IsOnline, lost(), null);
        var changed = StateChanges.Between(_told, state);
        bool isNews = changed.Count > 0;
        bool isDue = vehicle.IsOnline && teller.Now - _reported >= pace.Report;
        if (isDue || (isNews && _changes.Take(teller.Now)))
        {
            (_told, _reported) = (state, teller.Now);
            await teller.TellAsync(isNews ? Lane.Event : Lane.Telemetry, isNews ? state with { Changed = changed } : state, ct).ConfigureAwait(false);
        }
    }
}
