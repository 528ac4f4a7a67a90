using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>One aircraft: puts together what it says and decides what is told.</summary>
internal sealed class AircraftDesk(DeskParts parts, string serial)
{
    /// <summary>More between two messages of one flight is no late message but a clock that was set.</summary>
    private static readonly TimeSpan s_longestFlight = TimeSpan.FromDays(1);

    /// <summary>The aircraft may have landed and taken off elsewhere since.</summary>
    private static readonly TimeSpan s_groundHolds = TimeSpan.FromSeconds(10);

    private readonly ToldFacts _told = new();
    private readonly RatePace _positions = new(parts.Host.Time, parts.Interval);
    private readonly RatePace _states = new(parts.Host.Time, parts.Options.Report);
    private readonly EventBudget _changes = EventBudget.OfChanges();
    private long _heard;
    private bool _isOnline;
    private bool _isInside;
    private DateTimeOffset? _flown;
    private volatile GroundSight? _ground;
    private volatile bool _isFlyingToPoint;

    /// <summary>All that is known.</summary>
    public DjiAircraft Known { get; private set; } = DjiAircraft.Unknown;

    public DjiMission? Mission { get; private set; }

    public string Serial => serial;

    /// <summary>It was heard, or its gateway has named it, and nothing speaks against that since.</summary>
    public bool IsOnline => Volatile.Read(ref _isOnline);

    /// <summary>An order to fly to a point is under way, ours or somebody else's; pausing a flight task does not stop that.</summary>
    public bool IsFlyingToPoint => _isFlyingToPoint || Known.ModeCode == DjiWords.LiveControlMode;

    /// <summary>Height of the take-off point above the ellipsoid in metres, of one message that had both heights and is not old; null when there is none.</summary>
    public double? Ground => _ground is { } ground && parts.Host.Time.GetElapsedTime(ground.At) <= s_groundHolds ? ground.Height : null;

    public string Vehicle => parts.Roll.NameOf(serial);

    private bool IsConfigured => parts.Roll.IsConfigured(serial);

    /// <summary>It said something of itself.</summary>
    public async Task TakeAsync(DjiMessage message, DjiChannel channel, DjiTold told, CancellationToken ct)
    {
        var said = DjiAircraft.Unknown.With(message.Data);
        Known = Known.With(message.Data);
        Hear();
        _ground = said is { Height: { } height, Elevation: { } elevation } ? new GroundSight(height - elevation, parts.Host.Time.GetTimestamp()) : _ground;
        if (parts.Host.Airspace is { } airspace)
        {
            var facts = DjiMapping.Facts(parts.Origin, Vehicle, said, told.Received, channel == DjiChannel.Osd ? "osd" : "state") with { Serial = serial, IsConfigured = IsConfigured };
            await airspace.SeeAsync(facts, parts.Sink, ct).ConfigureAwait(false);
        }

        if (said.ModeCode is { } mode)
        {
            _isInside &= DjiAircraft.IsAirborne(mode) != true;
            _isFlyingToPoint &= mode != 0;
            parts.Signs.Saw(Sightings.Mode(serial, mode));
            parts.Signs.Saw(Sightings.Heard(serial));
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
            // One that is switched off inside the dock has not always said before that it has landed.
            await airspace.SeeAsync(new(parts.Origin, Vehicle, told.Received, source) { IsConfigured = IsConfigured, Online = false, Airborne = _isInside ? false : null }, parts.Sink, ct).ConfigureAwait(false);
        }

        await TellAsync(told, native, ct).ConfigureAwait(false);
    }

    /// <summary>Its dock says whether it is inside. What it says itself behind that counts for more: the dock sees only that its bay is not empty.</summary>
    public async Task DockedAsync(bool isInside, DjiTold told, CancellationToken ct)
    {
        bool isNews = isInside && !_isInside && !_isOnline;
        _isInside = isInside;
        if (isNews && parts.Host.Airspace is { } airspace)
        {
            await airspace.SeeAsync(new(parts.Origin, Vehicle, told.Received, "dock") { IsConfigured = IsConfigured, Airborne = false }, parts.Sink, ct).ConfigureAwait(false);
        }
    }

    /// <summary>An order to fly to a point goes out, or went on or ended.</summary>
    /// <param name="status">The vendor's word.</param>
    public void FlyToPoint(string? status) => _isFlyingToPoint = status is not ("wayline_ok" or "wayline_failed" or "wayline_cancel" or "task_finish");

    /// <summary>Its flight task went on. One that comes late, as after a refusal of the disk, is told too, but is not how it stands now.</summary>
    public async Task FlyAsync(DjiMessage message, DjiTold told, CancellationToken ct)
    {
        var mission = DjiMission.Of(Mission, message.Data);
        if (Mission?.FlightId == mission.FlightId && told.Sent.At < _flown && _flown - told.Sent.At < s_longestFlight)
        {
            await TellLateAsync(DjiMission.Of(null, message.Data), message, told, ct).ConfigureAwait(false);
            return;
        }

        if (!_told.IsAnything || mission.Status is "sent" or "in_progress" or "paused")
        {
            // Its gateway hears it, or nothing is known that would speak against that.
            Hear();
        }

        await TellAsync(told, message.NativeId, mission, ct).ConfigureAwait(false);
        (_flown, Mission) = (told.Sent.At ?? _flown, mission);
        if (mission.Status is { } status)
        {
            parts.Signs.Saw(Sightings.Mission(status));
        }
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
        else if (_told.IsAnything && _told.Changes(DjiFacts.Of(State(Mission))).Count > 0)
        {
            // The disk refused it, or it was one change too many.
            await TellAsync(parts.Now(), null, ct).ConfigureAwait(false);
        }
    }

    private void Hear() => (_isOnline, _heard) = (true, parts.Host.Time.GetTimestamp());

    private async Task TellLateAsync(DjiMission mission, DjiMessage message, DjiTold told, CancellationToken ct)
    {
        var state = State(mission) with { Changed = ["mission"], Flags = told.Flags, Source = told.Source(message.NativeId, serial) };
        await parts.Sink.EmitAsync(told.Reading(Lane.Event, state) with { RepeatKey = Repeat(message.NativeId, mission) }, ct).ConfigureAwait(false);
    }

    private Task TellAsync(DjiTold told, string? native, CancellationToken ct) => TellAsync(told, native, Mission, ct);

    /// <summary>Remembered as told only when it is safe: what the disk refuses is news again with the next message.</summary>
    private async Task TellAsync(DjiTold told, string? native, DjiMission? mission, CancellationToken ct)
    {
        var state = State(mission);
        var facts = DjiFacts.Of(state);
        var changed = _told.Changes(facts);
        if (changed.Count == 0)
        {
            await ReportAsync(state, told, ct).ConfigureAwait(false);
            return;
        }

        bool mayTell = _changes.Take(parts.Elapsed);
        if (!mayTell && native is null)
        {
            // What is answered must be told; the rest is told as it is in the end.
            return;
        }

        var news = told.Reading(Lane.Event, state with { Changed = changed, Flags = told.Flags, Source = told.Source(native, serial) });
        await parts.Sink.EmitAsync(news with { RepeatKey = Repeat(native, mission) }, ct).ConfigureAwait(false);
        _told.Remember(facts);
        _states.Begin();
    }

    private DroneStateBody State(DjiMission? mission) => DjiMapping.State(Vehicle, _isOnline, Known, mission, parts.Roll.Product(serial));

    private string? Repeat(string? native, DjiMission? mission) => DjiTold.Repeat(native, _isOnline, mission?.FlightId, mission?.Status);

    private async Task ReportAsync(DroneStateBody state, DjiTold told, CancellationToken ct)
    {
        if (_isOnline && _states.Take())
        {
            await parts.Sink.EmitAsync(told.Reading(Lane.Telemetry, state with { Flags = told.Flags, Source = told.Source(null, serial) }), ct).ConfigureAwait(false);
        }
    }

    /// <param name="Height">Of the take-off point above the ellipsoid, metres.</param>
    /// <param name="At">When it was said.</param>
    private sealed record GroundSight(double Height, long At);
}
