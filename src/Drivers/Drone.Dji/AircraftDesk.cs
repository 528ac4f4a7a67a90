using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>One aircraft: puts together what it says and decides what is told.</summary>
internal sealed class AircraftDesk(DeskParts parts, string serial)
{
    private readonly ToldFacts _told = new();
    private readonly RatePace _positions = new(parts.Host.Time, parts.Interval);
    private readonly RatePace _states = new(parts.Host.Time, parts.Options.Report);
    private long _heard;
    private bool _isOnline;
    private DateTimeOffset? _flown;

    /// <summary>All that is known.</summary>
    public DjiAircraft Known { get; private set; } = DjiAircraft.Unknown;

    public DjiMission? Mission { get; private set; }

    public string Serial => serial;

    public string Vehicle => parts.Roll.NameOf(serial);

    /// <summary>It said something of itself.</summary>
    public async Task TakeAsync(DjiMessage message, DjiChannel channel, DjiTold told, CancellationToken ct)
    {
        var said = DjiAircraft.Unknown.With(message.Data);
        Known = Known.With(message.Data);
        Hear();
        if (parts.Host.Airspace is { } airspace)
        {
            var facts = DjiMapping.Facts(parts.Origin, Vehicle, said, told.Received, channel == DjiChannel.Osd ? "osd" : "state") with { Serial = serial };
            await airspace.SeeAsync(facts, parts.Sink, ct).ConfigureAwait(false);
        }

        if (said.ModeCode is { } mode)
        {
            parts.Signs.Saw(Sightings.Mode(serial, mode));
        }

        await TellAsync(told, null, ct).ConfigureAwait(false);
        if (channel == DjiChannel.Osd && _positions.Take())
        {
            await parts.Sink.EmitAsync(told.Reading(Lane.Telemetry, DjiMapping.Position(Vehicle, serial, Known, parts.Options.WindScale, told)), ct).ConfigureAwait(false);
        }
    }

    /// <summary>Its gateway says that it is there.</summary>
    public Task ArriveAsync(DjiTold told, string? native, CancellationToken ct)
    {
        Hear();
        return TellAsync(told, native, ct);
    }

    /// <summary>Its gateway says that it is gone, or nothing was heard of it for too long.</summary>
    /// <param name="told">By which message.</param>
    /// <param name="native">By what a repeat of it is known.</param>
    /// <param name="source">What said so, for the evidence.</param>
    /// <param name="ct">Stopping.</param>
    public async Task LeaveAsync(DjiTold told, string? native, string source, CancellationToken ct)
    {
        _isOnline = false;
        if (parts.Host.Airspace is { } airspace)
        {
            await airspace.SeeAsync(new(parts.Origin, Vehicle, told.Received, source) { Online = false }, parts.Sink, ct).ConfigureAwait(false);
        }

        await TellAsync(told, native, ct).ConfigureAwait(false);
    }

    /// <summary>Its flight task went on.</summary>
    public Task FlyAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        if (told.Sent.At < _flown)
        {
            // A repeat of what was overtaken: its answer got lost, and it was told in its time.
            return Task.CompletedTask;
        }

        _flown = told.Sent.At ?? _flown;
        Mission = DjiMission.Of(Mission, message.Data);
        if (Mission.Status is { } status)
        {
            parts.Signs.Saw(Sightings.Mission(status));
        }

        return TellAsync(told, message.NativeId, ct);
    }

    /// <summary>Whether it flies, as far as it has said.</summary>
    public bool IsAirborne => DjiAircraft.IsAirborne(Known.ModeCode) == true;

    /// <summary>Time goes by.</summary>
    public async Task TickAsync(CancellationToken ct)
    {
        if (_isOnline && parts.Host.Time.GetElapsedTime(_heard) >= parts.Options.Silence)
        {
            parts.Host.Watch.Fault(FaultKind.Silent, "aircraft-silent");
            await LeaveAsync(parts.Now(), null, "osd", ct).ConfigureAwait(false);
        }
        else if (!_isOnline && _told.Changes(("online", "true")).Count == 0)
        {
            // The disk refused to take that it had gone.
            await TellAsync(parts.Now(), null, ct).ConfigureAwait(false);
        }
    }

    private void Hear() => (_isOnline, _heard) = (true, parts.Host.Time.GetTimestamp());

    /// <summary>Remembered as told only when it is safe: what the disk refuses is news again with the next message.</summary>
    private async Task TellAsync(DjiTold told, string? native, CancellationToken ct)
    {
        var state = DjiMapping.State(Vehicle, _isOnline, Known, Mission, parts.Roll.Product(serial));
        var facts = ToldFacts.Of(state);
        var changed = _told.Changes(facts);
        if (changed.Count == 0)
        {
            await ReportAsync(state, told, ct).ConfigureAwait(false);
            return;
        }

        var news = told.Reading(Lane.Event, state with { Changed = changed, Flags = told.Flags, Source = told.Source(native, serial) });
        await parts.Sink.EmitAsync(news with { RepeatKey = DjiTold.Repeat(native, _isOnline, Mission?.FlightId, Mission?.Status) }, ct).ConfigureAwait(false);
        _told.Remember(facts);
        _states.Begin();
    }

    private async Task ReportAsync(DroneStateBody state, DjiTold told, CancellationToken ct)
    {
        if (_isOnline && _states.Take())
        {
            await parts.Sink.EmitAsync(told.Reading(Lane.Telemetry, state with { Flags = told.Flags, Source = told.Source(null, serial) }), ct).ConfigureAwait(false);
        }
    }
}
