namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>What the aircraft is at, in order of a patrol.</summary>
public enum FlightPhase
{
    Docked,
    TakeOff,
    Patrol,
    Paused,
    GoTo,
    Return,
    Landing,
}

/// <summary>The aircraft's patrols: one after the other, until somebody orders something else. Touched by the dock's loop and by its services.</summary>
public sealed class DockFlight(DockProfile profile, DateTimeOffset start)
{
    private const double MetresPerDegree = 111_320;
    private const double PatrolHeight = 60;
    private const double Full = 100;

    private readonly Lock _gate = new();
    private DateTimeOffset _since = start;
    private DateTimeOffset _drained = start;
    private (double Lat, double Lon)? _target;
    private FlightPhase _phase;
    private double _angle;

    public FlightPhase Phase
    {
        get
        {
            lock (_gate)
            {
                return _phase;
            }
        }
    }

    public double Battery { get; private set; } = Full;

    /// <summary>Number of the flight, from 1.</summary>
    public int Flight { get; private set; }

    /// <summary>As the wire numbers it (drone.md section 2.5).</summary>
    public int ModeCode => Phase switch { FlightPhase.Docked => 0, FlightPhase.TakeOff => 4, FlightPhase.Patrol or FlightPhase.Paused => 5, FlightPhase.GoTo => 17, FlightPhase.Return => 9, _ => 10 };

    public bool IsMoving => Phase is FlightPhase.Patrol or FlightPhase.GoTo or FlightPhase.Return;

    /// <summary>Metres above the take-off point.</summary>
    public double Elevation => Phase switch { FlightPhase.Docked => 0, FlightPhase.TakeOff or FlightPhase.Landing => PatrolHeight / 2, _ => PatrolHeight };

    public double HeadingDeg => Math.Round((((_angle * 180 / Math.PI) + 270) % 360) - 180, 1);

    public (double Lat, double Lon) Place => Phase switch
    {
        FlightPhase.Docked or FlightPhase.TakeOff or FlightPhase.Landing => (profile.Lat, profile.Lon),
        FlightPhase.GoTo when _target is { } target => target,
        _ => (profile.Lat + (profile.RadiusM * Math.Cos(_angle) / MetresPerDegree), profile.Lon + (profile.RadiusM * Math.Sin(_angle) / (MetresPerDegree * Math.Cos(profile.Lat * Math.PI / 180)))),
    };

    /// <returns>Phases that began since the last look, in order.</returns>
    public IReadOnlyList<FlightPhase> Advance(DateTimeOffset now)
    {
        var begun = new List<FlightPhase>();
        lock (_gate)
        {
            double minutes = Math.Max(0, (now - _drained).TotalMinutes);
            _drained = now;
            Battery = _phase == FlightPhase.Docked ? Math.Min(Full, Battery + (10 * minutes)) : Math.Max(0, Battery - (profile.DrainPerMinute * minutes));
            _angle += IsMoving ? minutes * 60 * profile.SpeedMps / profile.RadiusM : 0;
            while (Length() is { } length && now >= _since + length)
            {
                _since += length;
                begun.Add(Enter(_phase switch
                {
                    FlightPhase.Docked => FlightPhase.TakeOff,
                    FlightPhase.TakeOff => FlightPhase.Patrol,
                    FlightPhase.Patrol => FlightPhase.Return,
                    FlightPhase.Return => FlightPhase.Landing,
                    _ => FlightPhase.Docked,
                }));
            }
        }

        return begun;
    }

    /// <summary>Somebody ordered it.</summary>
    /// <returns>False when it is not in the air.</returns>
    public bool Order(FlightPhase phase, DateTimeOffset now, (double Lat, double Lon)? target = null)
    {
        lock (_gate)
        {
            if (_phase is FlightPhase.Docked or FlightPhase.Landing)
            {
                return false;
            }

            (_since, _target) = (now, target);
            Enter(phase);
            return true;
        }
    }

    private FlightPhase Enter(FlightPhase phase)
    {
        Flight += phase == FlightPhase.TakeOff ? 1 : 0;
        return _phase = phase;
    }

    /// <returns>Null: until somebody orders something else.</returns>
    private TimeSpan? Length() => _phase switch
    {
        FlightPhase.Docked => profile.Rest,
        FlightPhase.TakeOff or FlightPhase.Landing => profile.Climb,
        FlightPhase.Patrol => profile.Patrol,
        FlightPhase.Return => profile.Return,
        _ => null,
    };
}
