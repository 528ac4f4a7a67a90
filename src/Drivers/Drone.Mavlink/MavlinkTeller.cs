using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Drivers.Drone.Mavlink;

/// <summary>Brings what was heard to the site's rules and to the disk. Only the listener tells.</summary>
/// <param name="context">Device, clock, who watches.</param>
/// <param name="sink">Where readings go.</param>
internal sealed class MavlinkTeller(DriverContext context, IReadingSink sink)
{
    private readonly EmitWindow _window = new(sink);
    private readonly VehicleAlarms _alarms = new(context);
    private readonly long _began = context.Time.GetTimestamp();
    private TimeSpan _held;

    /// <summary>
    /// How long we have listened. It stands still while the disk holds us back: who was not listened to has not been silent.
    /// </summary>
    public TimeSpan Now => context.Time.GetElapsedTime(_began) - _held;

    public DateTimeOffset Received => context.Time.GetUtcNow();

    public RatePace Pace(TimeSpan every) => new(context.Time, every);

    public async ValueTask TellAsync(Lane lane, ReadingBody body, CancellationToken ct)
    {
        long since = context.Time.GetTimestamp();
        await _window.EmitAsync(MavlinkMapping.Reading(context.Device, lane, Received, body), ct).ConfigureAwait(false);
        _held += context.Time.GetElapsedTime(since);
    }

    /// <summary>Alarms of a scope that were told and stand.</summary>
    public IEnumerable<VehicleAlarm> Standing(string scope) => _alarms.Of(scope);

    /// <summary>How a scope is now; says what that changes.</summary>
    /// <param name="scope">Of one vehicle.</param>
    /// <param name="wanted">What stands in it.</param>
    /// <param name="at">Where that vehicle is.</param>
    /// <param name="flag">Of what ends.</param>
    /// <param name="ct">Stopping.</param>
    /// <exception cref="StoreRefusedException">The disk refuses; the next conversation tells it.</exception>
    public Task SetAsync(string scope, IReadOnlyList<VehicleAlarm> wanted, GeoPosition? at, string? flag, CancellationToken ct)
    {
        string mark = FormattableString.Invariant($"{Received.ToUnixTimeMilliseconds()}");
        return HeldAsync(() => _alarms.SetAsync(scope, wanted, isWhole: true, mark, one => one.Alarm.Scope == scope ? Reading(one, at, flag) : Reading(one, null, null), sink, ct));
    }

    /// <summary>Tells what a crash, or a disk that refused, has interrupted.</summary>
    public Task FinishAsync(CancellationToken ct) => HeldAsync(() => _alarms.FinishAsync(one => Reading(one, null, null), sink, ct));

    /// <param name="vehicle">Its name.</param>
    /// <param name="isConfigured">Whether the settings name it.</param>
    /// <param name="source">Name of the message.</param>
    /// <param name="fill">What it says.</param>
    /// <param name="ct">Given up.</param>
    public ValueTask SeeAsync(string vehicle, bool isConfigured, string source, Func<VehicleFacts, VehicleFacts> fill, CancellationToken ct) =>
        context.Airspace is { } airspace ? airspace.SeeAsync(fill(new VehicleFacts(Origin, vehicle, Received, source) { IsConfigured = isConfigured }), sink, ct) : ValueTask.CompletedTask;

    /// <param name="seen">What is known of it so far.</param>
    /// <param name="isPlaceNew">Whether it has just said where it is.</param>
    /// <param name="ct">Given up.</param>
    public ValueTask<bool?> OverhearAsync(DroneRemoteIdBody seen, bool isPlaceNew, CancellationToken ct) =>
        context.Airspace is { } airspace ? airspace.OverhearAsync(Origin, seen, isPlaceNew, Received, sink, ct) : ValueTask.FromResult<bool?>(null);

    /// <summary>What the disk refuses is gone: a vehicle does not say it again.</summary>
    public Task SettleAsync() => _window.SettleAsync(context.Watch);

    private VehicleOrigin Origin => new(context.Device, MavlinkMapping.DriverName);

    private async Task HeldAsync(Func<Task> tell)
    {
        long since = context.Time.GetTimestamp();
        await tell().ConfigureAwait(false);
        _held += context.Time.GetElapsedTime(since);
    }

    private Reading Reading(StandingAlarm<VehicleAlarm> one, GeoPosition? at, string? flag) =>
        MavlinkMapping.Reading(context.Device, one.Step == AlarmStep.Ending ? Lane.Event : Lane.Alarm, Received, MavlinkMapping.Alarm(one, at, flag)) with { RepeatKey = one.RepeatKey };
}
