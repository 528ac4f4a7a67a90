using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>The dock or controller itself: puts together what it says and decides what is told.</summary>
internal sealed class DockDesk(DeskParts parts)
{
    private readonly ToldFacts _told = new();
    private readonly RatePace _states = new(parts.Host.Time, parts.Options.Report);
    private readonly EventBudget _changes = EventBudget.OfChanges();
    private DjiDock _known = DjiDock.Unknown;
    private long _heard;
    private bool _isOnline;

    /// <summary>It said something of itself; an emergency stop first.</summary>
    public async Task TakeAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        _known = _known.With(message.Data);
        if (_known.EmergencyStop is { } pressed)
        {
            await parts.Alarms.SetAsync(AlarmDesk.EmergencyStop, pressed ? [AlarmDesk.Pressed(parts.Options.Gateway)] : [], true, told, parts.Sink, ct).ConfigureAwait(false);
        }

        await ArriveAsync(told, null, ct).ConfigureAwait(false);
    }

    /// <summary>Whether a message of its own says that an aircraft is inside; null when it does not say.</summary>
    public static bool? Inside(DjiMessage message) => DjiDock.Unknown.With(message.Data).DroneInDock;

    /// <summary>The aircraft that a message of its own names; null when it names none. What an earlier one named may have left since.</summary>
    public static DjiSubDevice? SubDevice(DjiMessage message) =>
        DjiDock.Unknown.With(message.Data) is { SubDeviceSerial: { } serial } said ? new DjiSubDevice(serial, said.SubDeviceProduct) : null;

    /// <summary>It is there.</summary>
    public Task ArriveAsync(DjiTold told, string? native, CancellationToken ct)
    {
        (_isOnline, _heard) = (true, parts.Host.Time.GetTimestamp());
        return TellAsync(told, native, ct);
    }

    /// <summary>Time goes by.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        if (_isOnline && parts.Host.Time.GetElapsedTime(_heard) >= parts.Options.Silence)
        {
            _isOnline = false;
            parts.Host.Watch.Fault(FaultKind.Silent, "gateway-silent");
        }

        if (_told.IsAnything && _told.Changes(DjiFacts.Of(State())).Count > 0)
        {
            await TellAsync(parts.Now(), null, ct).ConfigureAwait(false);
        }
    }

    private async Task TellAsync(DjiTold told, string? native, CancellationToken ct)
    {
        var state = State();
        var facts = DjiFacts.Of(state);
        var changed = _told.Changes(facts);
        if (changed.Count > 0)
        {
            bool mayTell = _changes.Take(parts.Elapsed);
            if (!mayTell && native is null)
            {
                return;
            }

            var news = told.Reading(Lane.Event, state with { Changed = changed, Flags = told.Flags, Source = told.Source(native, state.Dock) });
            await parts.Sink.EmitAsync(news with { RepeatKey = DjiTold.Repeat(native, state.Online) }, ct).ConfigureAwait(false);
            _told.Remember(facts);
            _states.Begin();
        }
        else if (_isOnline && _states.Take())
        {
            await parts.Sink.EmitAsync(told.Reading(Lane.Telemetry, state with { Flags = told.Flags, Source = told.Source(null, state.Dock) }), ct).ConfigureAwait(false);
        }
    }

    private DockStateBody State()
    {
        var roll = parts.Roll;
        return DjiMapping.Dock(parts.Options.Gateway, _isOnline, _known, roll.Gateway, roll.Current is { } serial ? roll.NameOf(serial) : null);
    }
}
