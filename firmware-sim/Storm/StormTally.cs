namespace EdgeGateway.Sim.Storm;

/// <summary>Notes when sessions try, arrive and fall, all on one clock. Safe from any thread.</summary>
/// <param name="sessions">How many there are.</param>
/// <param name="say">Hears when all are there, each time.</param>
public sealed class StormTally(int sessions, Action<string> say)
{
    private readonly Lock _lock = new();
    private readonly List<TimeSpan> _attempts = [];
    private readonly List<TimeSpan> _reconnects = [];
    private int _alive;
    private int _gaveUp;
    private long _failures;
    private bool _fell;
    private TimeSpan? _returned;
    private TimeSpan? _whole;

    public void Attempt(TimeSpan at)
    {
        lock (_lock)
        {
            if (_fell)
            {
                _attempts.Add(at);
            }
        }
    }

    public void Connected(TimeSpan at)
    {
        lock (_lock)
        {
            _alive++;
            if (_fell)
            {
                _returned ??= at;
                _reconnects.Add(at);
            }

            LookWhole(at);
        }
    }

    /// <summary>The link of a session that was connected is gone.</summary>
    public void Fell()
    {
        lock (_lock)
        {
            _fell = true;
            _whole = null;
            if (--_alive == 0)
            {
                _returned = null;
            }
        }
    }

    public void Failed()
    {
        lock (_lock)
        {
            _failures++;
        }
    }

    /// <summary>The broker refuses this session for good.</summary>
    public void GaveUp(TimeSpan at)
    {
        lock (_lock)
        {
            _gaveUp++;
            LookWhole(at);
        }
    }

    public StormReport Report()
    {
        lock (_lock)
        {
            return new StormReport
            {
                Sessions = sessions,
                Connected = _alive,
                GaveUp = _gaveUp,
                Failures = _failures,
                Attempts = StormRate.Of(_attempts),
                Reconnects = StormRate.Of(_reconnects),
                AllBackMs = _whole is { } whole && _returned is { } returned ? Math.Round((whole - returned).TotalMilliseconds) : null,
            };
        }
    }

    private void LookWhole(TimeSpan at)
    {
        if (_whole is null && _alive + _gaveUp == sessions)
        {
            _whole = at;
            say(FormattableString.Invariant($"{_alive} of {sessions} sessions are connected"));
        }
    }
}
