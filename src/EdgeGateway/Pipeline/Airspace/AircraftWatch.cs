using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>One aircraft that is overheard, by whatever receivers.</summary>
internal sealed class AircraftWatch : IWatched
{
    /// <summary>An identity is broadcast every 3 s at the latest (drone.md section 1.9); so long nobody is called a stranger without one.</summary>
    private static readonly TimeSpan s_identity = TimeSpan.FromSeconds(5);

    private readonly FixFilter _filter;
    private readonly TimeSpan _first;
    private readonly IntruderCondition[] _conditions;
    private bool _isNamed;

    /// <param name="from">The receiver.</param>
    /// <param name="aircraft">What it is called so far.</param>
    /// <param name="sender">The address that it sends from; null when that is not known.</param>
    /// <param name="settings">Fences and limits.</param>
    /// <param name="now">On a clock that nobody can set.</param>
    public AircraftWatch(VehicleOrigin from, string aircraft, string? sender, AirspaceSettings settings, TimeSpan now)
    {
        (From, Name, Sender, HeardAt, _first) = (from, aircraft, sender, now, now);
        _filter = new FixFilter(settings.JumpSpeedMps);
        _conditions = [.. settings.Fences.Where(static fence => fence.Kind == FenceKind.KeepOut).Select(fence => new IntruderCondition(this, fence, settings))];
    }

    /// <summary>The receiver that told of it first.</summary>
    public VehicleOrigin From { get; }

    /// <summary>What it calls itself; before it did, what its receiver calls it.</summary>
    public string Name { get; private set; }

    /// <inheritdoc/>
    public string? Sender { get; }

    public Trail Trail { get; } = new();

    /// <inheritdoc/>
    public TimeSpan HeardAt { get; private set; }

    /// <inheritdoc/>
    public TimeSpan Lasted => HeardAt - _first;

    /// <summary>Anybody can broadcast any number: no settings name who is overheard.</summary>
    public bool IsConfigured => false;

    /// <inheritdoc/>
    public bool MustStay => HasAlarm;

    /// <summary>The same by the wall clock; null since the start.</summary>
    public DateTimeOffset? Heard { get; private set; }

    /// <summary>Whether it is one of ours after all.</summary>
    public bool IsOwn { get; private set; }

    /// <summary>Where its pilot is, when it said so.</summary>
    public GeoPosition? Operator { get; private set; }

    /// <summary>Which receiver told of it last.</summary>
    public string Receiver { get; private set; } = string.Empty;

    public IReadOnlyList<Condition> Conditions => _conditions;

    public bool HasAlarm => Array.Exists(_conditions, static condition => condition.Standing is not null);

    /// <param name="from">Whose word.</param>
    /// <param name="seen">What is known of it.</param>
    /// <param name="isPlaceNew">Whether it has just said where it is.</param>
    /// <param name="isOwn">Whether it is one of ours.</param>
    /// <param name="time">When, by the wall clock.</param>
    /// <param name="now">On a clock that nobody can set.</param>
    public void See(VehicleOrigin from, DroneRemoteIdBody seen, bool isPlaceNew, bool isOwn, DateTimeOffset time, TimeSpan now)
    {
        (HeardAt, Heard, IsOwn, Receiver, Operator) = (now, time, isOwn, from.Device, seen.Operator ?? Operator);
        Name = seen.Vehicle.Length > 0 ? seen.Vehicle : Name;
        bool wasNamed = _isNamed;
        _isNamed = seen.IdType is not null || now - _first >= s_identity;
        bool isNew = isPlaceNew && seen.Position is { } position && GeoPoint.Of(position) is { IsOnEarth: true } place && Takes(place, seen, time, now);

        // Who says who it is behind where it is, is judged by that place.
        bool counts = _isNamed && (isNew || (!wasNamed && Trail.Last is not null && now - Trail.LastAt < s_identity));
        foreach (var condition in _conditions)
        {
            condition.See(counts, now);
        }
    }

    public void Tick(TimeSpan now)
    {
        foreach (var condition in _conditions)
        {
            condition.Tick(now);
        }
    }

    /// <returns>False when the fence is configured no more.</returns>
    public bool Resume(StandingAlarm alarm)
    {
        if (Array.Find(_conditions, one => one.Name == alarm.Kept.Key.Name) is not { } condition)
        {
            return false;
        }

        condition.Held.Set(true);
        condition.Standing = alarm;
        return true;
    }

    private bool Takes(GeoPoint place, DroneRemoteIdBody seen, DateTimeOffset time, TimeSpan now)
    {
        if (!_filter.Believes(place, now))
        {
            return false;
        }

        double? height = seen.HeightM is { } told && double.IsFinite(told) ? told : null;
        Trail.Add(new(new Fix(place, height), seen.IdType is null ? DroneRemoteIdBody.KindName : $"{DroneRemoteIdBody.KindName} {seen.IdType}", time), now);
        return true;
    }
}
