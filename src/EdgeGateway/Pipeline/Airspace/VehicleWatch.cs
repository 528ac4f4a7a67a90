using EdgeGateway.Configuration;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Abstractions.Airspace;

namespace EdgeGateway.Pipeline.Airspace;

/// <summary>One vehicle of ours and everything that may become an alarm of it.</summary>
internal sealed class VehicleWatch : IWatched
{
    private readonly VehicleCondition[] _conditions;
    private readonly TimeSpan _first;
    private long _ended;

    public VehicleWatch(VehicleOrigin from, string vehicle, AirspaceSettings settings, TimeSpan now)
    {
        (State, _first) = (new VehicleState(from, vehicle, settings, now), now);
        _conditions =
        [
            new DistressCondition(State, settings),
            new LinkCondition(State, settings),
            new BatteryCondition(State, settings.Battery),
            .. settings.Fences.Where(fence => fence.Holds(from.Device, vehicle)).Select(fence => new FenceCondition(State, fence, settings)),
        ];
    }

    public VehicleState State { get; }

    public VehicleOrigin From => State.From;

    public string Name => State.Vehicle;

    /// <inheritdoc/>
    public string? Sender => null;

    public Trail Trail => State.Trail;

    public IReadOnlyList<Condition> Conditions => _conditions;

    /// <summary>Where the readings of its device went last.</summary>
    public IReadingSink? Sink { get; set; }

    /// <summary>As it was told last; of one that the last run left, until somebody tells.</summary>
    public bool IsConfigured { get; set; }

    /// <summary>Somebody wanted to send it somewhere.</summary>
    public bool IsOrdered { get; set; }

    /// <inheritdoc/>
    public bool MustStay => IsConfigured || IsOrdered || HasAlarm;

    /// <inheritdoc/>
    public TimeSpan HeardAt => State.HeardAt;

    /// <inheritdoc/>
    public TimeSpan Lasted => HeardAt - _first;

    private bool HasAlarm => Array.Exists(_conditions, static condition => condition.Standing is not null);

    public void See(VehicleFacts facts, TimeSpan now)
    {
        IsConfigured = facts.IsConfigured;
        State.See(facts, now);
        foreach (var condition in _conditions)
        {
            condition.See(now);
        }
    }

    /// <param name="now">On a clock that nobody can set.</param>
    /// <param name="passed">Since the last one.</param>
    public void Tick(TimeSpan now, TimeSpan passed)
    {
        if (Sink is IHeldSink sink)
        {
            State.Excuse(sink.IsHeld && sink.Ended == _ended ? passed : TimeSpan.Zero);
            _ended = sink.Ended;
        }

        foreach (var condition in _conditions)
        {
            condition.Tick(now);
        }
    }

    /// <returns>False when nothing of this vehicle is meant: the fence is configured no more.</returns>
    public bool Resume(StandingAlarm alarm)
    {
        var key = alarm.Kept.Key;
        if (Array.Find(_conditions, one => one.Alarm == key.Alarm && one.Name == key.Name) is not { } condition)
        {
            return false;
        }

        condition.Resume();
        condition.Standing = alarm;
        return true;
    }
}
