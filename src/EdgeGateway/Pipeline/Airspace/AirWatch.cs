using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using Microsoft.Extensions.Logging;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>Watches the vehicles of the site and the aircraft over it, and tells what somebody must look at (docs/decisions/0020-airspace.md). Any thread may call it.</summary>
public sealed class AirWatch : IAirspace
{
    public const int MostVehicles = 256;
    public const int MostAircraft = 1024;

    /// <summary>A driver waits so long for an alarm to be on disk; then it goes on and the alarm comes behind it.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Of a place that is older nobody can say what the way from there crosses.</summary>
    private static readonly TimeSpan s_fresh = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private readonly AirspaceSettings _settings;
    private readonly AlarmDesk _desk;
    private readonly Flights _flights;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly OwnAircraft _own;
    private readonly BoundedWatches<(string Device, string Vehicle), VehicleWatch> _vehicles;
    private readonly BoundedWatches<string, AircraftWatch> _aircraft;
    private readonly long _began;
    private TimeSpan _ticked;

    /// <param name="settings">Fences and limits.</param>
    /// <param name="devices">Ids of the devices of the site: what the last run left of others is over.</param>
    /// <param name="desk">Who tells alarms.</param>
    /// <param name="flights">Who was in the air.</param>
    /// <param name="time">The gateway's clock.</param>
    /// <param name="log">Where trouble is told.</param>
    internal AirWatch(AirspaceSettings settings, IReadOnlyCollection<string> devices, AlarmDesk desk, Flights flights, TimeProvider time, ILogger<AirWatch> log)
    {
        (_settings, _desk, _flights, _time, _log, _began) = (settings, desk, flights, time, log, time.GetTimestamp());
        _vehicles = new(MostVehicles, gone => flights.See(gone.From, gone.Name, isFlying: false), log);
        _own = new OwnAircraft(settings.Own, _vehicles.All, settings.JumpSpeedMps);
        _aircraft = new(MostAircraft, static _ => { }, log);
        lock (_gate)
        {
            Resume(devices);
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_began);

    /// <inheritdoc/>
    public string? Forbids(string device, string vehicle, GeoPosition to, double? heightM)
    {
        lock (_gate)
        {
            Trail? trail = null;
            if (_vehicles.TryGet((device, vehicle), out var watch))
            {
                (watch.IsOrdered, trail) = (true, watch.State.Trail);
            }

            var from = trail is not null && Now - trail.LastAt <= s_fresh ? trail.Last?.Value.Place : null;
            return WayJudge.Forbids([.. _settings.Fences.Where(fence => fence.Holds(device, vehicle))], from, to, heightM);
        }
    }

    /// <inheritdoc/>
    public ValueTask SeeAsync(VehicleFacts facts, IReadingSink sink, CancellationToken ct)
    {
        List<StandingAlarm>? telling = null;
        lock (_gate)
        {
            if (Vehicle(facts.From, facts.Vehicle, facts.IsConfigured) is not { } watch)
            {
                return default;
            }

            if (!ReferenceEquals(watch.Sink, sink))
            {
                watch.Sink = sink;
                _desk.Use(facts.From.Device, sink);
            }

            See(watch, facts);
            Settle(watch, facts.Time, ref telling);
        }

        return telling is null ? default : TellAsync(telling, ct);
    }

    /// <inheritdoc/>
    public ValueTask<bool?> OverhearAsync(VehicleOrigin from, DroneRemoteIdBody seen, bool isPlaceNew, DateTimeOffset time, IReadingSink sink, CancellationToken ct)
    {
        List<StandingAlarm>? telling = null;
        bool? known;
        lock (_gate)
        {
            known = _own.Knows(seen.Vehicle, PlaceOf(seen), Now);
            if (Aircraft(from, seen.Vehicle, seen.Sender) is { } watch)
            {
                _desk.Use(from.Device, sink);
                watch.See(from, seen, isPlaceNew, known == true, time, Now);
                Settle(watch, time, ref telling);
            }
        }

        return telling is null ? ValueTask.FromResult(known) : ToldAsync(telling, known, ct);
    }

    /// <summary>What time brings: links that are silent, aircraft that have gone, alarms that the disk refused.</summary>
    public void Tick()
    {
        List<StandingAlarm>? telling = null;
        lock (_gate)
        {
            var (now, at) = (Now, _time.GetUtcNow());
            foreach (var watch in _vehicles.All)
            {
                watch.Tick(now, now - _ticked);
                Settle(watch, at, ref telling);
            }

            foreach (var watch in _aircraft.All)
            {
                watch.Tick(now);
                Settle(watch, at, ref telling);
            }

            _ticked = now;
            _aircraft.Remove(watch => now - watch.HeardAt >= _settings.IntruderSilence && !watch.HasAlarm);
        }

        foreach (var alarm in telling ?? [])
        {
            _ = _desk.TellAsync(alarm);
        }

        _desk.Tick();
    }

    private void Resume(IReadOnlyCollection<string> devices)
    {
        _desk.Load();
        var standing = _desk.Standing();
        foreach (var (from, vehicle) in _flights.Recall())
        {
            if (!devices.Contains(from.Device))
            {
                _flights.See(from, vehicle, isFlying: false);
            }
            else if (Vehicle(from, vehicle, isConfigured: true) is { } watch)
            {
                watch.State.Airborne = true;
            }
        }

        foreach (var alarm in standing)
        {
            var from = new VehicleOrigin(alarm.Kept.Device, alarm.Kept.Driver);
            if (!devices.Contains(from.Device) || !Resumes(alarm, from))
            {
                var body = alarm.Kept.Body with { Evidence = [new DroneEvidence("configuration")] };
                _desk.End(alarm, body, _time.GetUtcNow());
            }
        }

        AirLog.Loaded(_log, _settings.Fences.Count, standing.Count);
    }

    private bool Resumes(StandingAlarm alarm, VehicleOrigin from)
    {
        string name = alarm.Kept.Body.Vehicle;
        return alarm.Kept.Body.Alarm == AlarmWords.Intruder ? Aircraft(from, name, alarm.Kept.Body.Source?.Id)?.Resume(alarm) == true : Vehicle(from, name, isConfigured: true)?.Resume(alarm) == true;
    }

    private void See(VehicleWatch watch, VehicleFacts facts)
    {
        bool? airborne = watch.State.Airborne;
        long doubted = watch.State.Filter.Doubted;
        watch.See(facts, Now);
        if (watch.State.Airborne != airborne)
        {
            _flights.See(facts.From, facts.Vehicle, watch.State.Airborne == true);
        }

        if (watch.State.Filter.Doubted is var jumps && jumps != doubted && (jumps & (jumps - 1)) == 0)
        {
            AirLog.Jumps(_log, facts.Vehicle, jumps);
        }
    }

    private static GeoPoint? PlaceOf(DroneRemoteIdBody seen) => seen.Position is { } position && GeoPoint.Of(position) is { IsOnEarth: true } place ? place : null;

    /// <remarks>What the last run left counts as configured until it says itself what it is.</remarks>
    private VehicleWatch? Vehicle(VehicleOrigin from, string vehicle, bool isConfigured)
    {
        if (_vehicles.TryGet((from.Device, vehicle), out var watch))
        {
            return watch;
        }

        watch = new VehicleWatch(from, vehicle, _settings, Now) { IsConfigured = isConfigured };
        return _vehicles.TryAdd((from.Device, vehicle), watch) ? watch : null;
    }

    /// <remarks>By the address that it sends from: what it calls itself comes later than where it is.</remarks>
    private AircraftWatch? Aircraft(VehicleOrigin from, string aircraft, string? sender)
    {
        if (_aircraft.TryGet(sender ?? aircraft, out var watch))
        {
            return watch;
        }

        watch = new AircraftWatch(from, aircraft, sender, _settings, Now);
        return _aircraft.TryAdd(sender ?? aircraft, watch) ? watch : null;
    }

    private void Settle(IWatched watch, DateTimeOffset at, ref List<StandingAlarm>? telling)
    {
        for (int i = 0; i < watch.Conditions.Count; i++)
        {
            if (!watch.Conditions[i].IsSettled && Settle(watch, watch.Conditions[i], at) is { } alarm)
            {
                (telling ??= []).Add(alarm);
            }
        }
    }

    /// <returns>The alarm that begins or ends; null when it cannot begin yet.</returns>
    private StandingAlarm? Settle(IWatched watch, Condition condition, DateTimeOffset at)
    {
        var body = new DroneAlarmBody
        {
            Vehicle = watch.Name,
            Alarm = condition.Alarm,
            Severity = condition.Severity,
            Name = condition.Name,
            Position = watch.Trail.Last?.Value.Place.ToPosition("device"),
            Evidence = [.. condition.Evidence()],
            Source = watch.Sender is { } sender ? new SourceInfo(Id: sender) : null,
        };
        if (condition.Standing is not { } standing)
        {
            return condition.Standing = _desk.Begin(watch.From, body, at);
        }

        var begun = new DroneEvidence("begun", Time: UtcMilliseconds.Text(standing.Kept.Begun));
        _desk.End(standing, body with { Vehicle = standing.Kept.Body.Vehicle, Evidence = [begun, .. body.Evidence] }, at);
        condition.Standing = null;
        return standing;
    }

    private async ValueTask<bool?> ToldAsync(List<StandingAlarm> telling, bool? known, CancellationToken ct)
    {
        await TellAsync(telling, ct).ConfigureAwait(false);
        return known;
    }

    /// <summary>Outside the lock: a sink is somebody else's.</summary>
    private async ValueTask TellAsync(List<StandingAlarm> telling, CancellationToken ct)
    {
        var told = Task.WhenAll(telling.Select(_desk.TellAsync).ToArray());
        await told.WaitAsync(s_patience, _time, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
