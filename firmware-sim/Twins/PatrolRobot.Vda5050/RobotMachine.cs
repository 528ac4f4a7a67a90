namespace EdgeGateway.Sim.Twins.PatrolRobot.Vda5050;

/// <summary>The robot itself: it drives where it is free to, and its troubles come and go by the clock. Any thread may use it.</summary>
internal sealed class RobotMachine(RobotPlan plan)
{
    private const string Pressed = "MANUAL";
    private const string NoStop = "NONE";
    private const int MostActions = 16;

    private readonly Lock _gate = new();
    private readonly PatrolRoute _route = new(plan.Profile);
    private readonly List<(string Id, string Type, string Status)> _actions = [];
    private readonly List<RobotError> _rejected = [];
    private TimeSpan _gone;
    private DateTimeOffset _last = plan.Start;
    private bool _paused;

    /// <summary>Lives on until then.</summary>
    public RobotSnapshot At(DateTimeOffset now)
    {
        lock (_gate)
        {
            bool isStopped = IsOn(plan.Profile.StopEvery, now);
            _gone += !isStopped && !_paused && now > _last ? now - _last : TimeSpan.Zero;
            _last = now > _last ? now : _last;
            RoutePoint place = _route.At(_gone);
            bool drives = place.Drives && !_paused && !isStopped;
            double battery = Math.Max(0, 100 - (plan.Profile.Drain * Math.Max(0, (now - plan.Start).TotalMinutes)));
            return new RobotSnapshot(place, drives ? plan.Profile.Speed : 0, drives, _paused, isStopped ? Pressed : NoStop, battery)
            {
                Errors = [.. Errors(now), .. _rejected],
                Actions = [.. _actions],
            };
        }
    }

    /// <summary>An instant action came.</summary>
    public void Take(string id, string type)
    {
        lock (_gate)
        {
            RobotObedience does = plan.Profile.Obedience;
            bool isKnown = type is "startPause" or "stopPause";
            if (does == RobotObedience.Rejects || (!isKnown && does != RobotObedience.Ignores))
            {
                _rejected.Clear();
                _rejected.Add(new RobotError("INVALID_INSTANT_ACTION", "WARNING", "unknown action", id));
                return;
            }

            _paused = does is RobotObedience.Obeys or RobotObedience.ObeysSilently ? type == "startPause" : _paused;
            if (does is RobotObedience.Obeys or RobotObedience.Fails && _actions.Count < MostActions)
            {
                _actions.Add((id, type, does == RobotObedience.Obeys ? "FINISHED" : "FAILED"));
            }
        }
    }

    private IEnumerable<RobotError> Errors(DateTimeOffset now)
    {
        if (IsOn(plan.Profile.ErrorEvery, now))
        {
            yield return new RobotError("wheelBlocked", "FATAL", "the left wheel does not turn");
        }

        if (IsOn(plan.Profile.WarningEvery, now))
        {
            yield return new RobotError("scannerDirty", "WARNING", "clean the front scanner");
        }
    }

    /// <summary>At the end of every such time, for a while.</summary>
    private bool IsOn(TimeSpan every, DateTimeOffset now) =>
        every > TimeSpan.Zero && now > plan.Start && (now - plan.Start).Ticks % every.Ticks >= every.Ticks - plan.Profile.TroubleFor.Ticks;
}
