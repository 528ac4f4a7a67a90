namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>Where one vehicle is and what it does. Metres east and north of home; moved by <see cref="Move"/>, asked by its voice.</summary>
public sealed class FlyerFlight
{
    private const double ClimbMps = 4;
    private const double ArrivedM = 1;
    private const double MetresOfLatitude = 111_320;

    private readonly FlyerProfile _profile;
    private (double East, double North, double Up)? _goal;
    private bool _flysOut;

    /// <param name="profile">How it is.</param>
    /// <param name="number">Of the vehicles on its link, from 0: they begin their patrol at different points.</param>
    public FlyerFlight(FlyerProfile profile, int number)
    {
        (_profile, Percent) = (profile, profile.BatteryPercent);
        Point = number % profile.Points;
    }

    public FlyerMode Mode { get; private set; } = FlyerMode.Ready;

    public bool IsArmed { get; private set; }

    public bool IsInDistress { get; set; }

    public double East { get; private set; }

    public double North { get; private set; }

    /// <summary>Above home.</summary>
    public double Up { get; private set; }

    /// <summary>Metres a second, north, east and up.</summary>
    public (double North, double East, double Up) Speed { get; private set; }

    /// <summary>Where the nose points, 0 to below 360.</summary>
    public double HeadingDeg { get; private set; }

    public double Percent { get; set; }

    /// <summary>Point of the patrol that it flies to.</summary>
    public int Point { get; private set; }

    /// <summary>Last point that it reached; null before the first.</summary>
    public int? Reached { get; private set; }

    public double HomeM => Math.Sqrt((East * East) + (North * North));

    public bool IsAirborne => Up > 0.5;

    public bool IsOutside => _profile.FenceM > 0 && HomeM > _profile.FenceM;

    public int Lat => (int)Math.Round((_profile.Lat + (North / MetresOfLatitude)) * 1e7);

    public int Lon => (int)Math.Round((_profile.Lon + (East / MetresOfLatitude / Math.Cos(_profile.Lat * Math.PI / 180))) * 1e7);

    public void Arm(bool on) => IsArmed = on || IsAirborne;

    public void TakeOff() => (IsArmed, Mode) = (true, FlyerMode.TakeOff);

    public void Enter(FlyerMode mode) => (Mode, _goal, _flysOut) = (mode, null, false);

    /// <summary>Out of the patrol, straight east.</summary>
    public void FlyOut() => _flysOut = true;

    /// <summary>To a place, and there it stays.</summary>
    public void GoTo(int lat, int lon, double up)
    {
        double north = ((lat / 1e7) - _profile.Lat) * MetresOfLatitude;
        double east = ((lon / 1e7) - _profile.Lon) * MetresOfLatitude * Math.Cos(_profile.Lat * Math.PI / 180);
        Enter(FlyerMode.Hold);
        _goal = (east, north, up);
    }

    /// <summary>Flies on for so many seconds.</summary>
    public void Move(double seconds)
    {
        Percent = Math.Max(Percent - (IsArmed ? _profile.DrainPerMinute * seconds / 60 : 0), 0);
        var (east, north, up) = Goal();
        var before = (East, North, Up);
        double reach = _profile.SpeedMps * seconds;
        double away = Math.Sqrt(((east - East) * (east - East)) + ((north - North) * (north - North)));
        double part = away <= reach ? 1 : reach / away;
        bool mayTravel = IsArmed && (IsAirborne || _profile.HeightM == 0);
        (East, North) = mayTravel ? (East + ((east - East) * part), North + ((north - North) * part)) : (East, North);
        Up = IsArmed ? Up + Math.Clamp(up - Up, -ClimbMps * seconds, ClimbMps * seconds) : 0;
        Speed = seconds <= 0 ? default : ((North - before.North) / seconds, (East - before.East) / seconds, (Up - before.Up) / seconds);
        HeadingDeg = Math.Abs(Speed.East) + Math.Abs(Speed.North) > 0.1 ? (Math.Atan2(Speed.East, Speed.North) * 180 / Math.PI + 360) % 360 : HeadingDeg;
        Arrive(Math.Abs(east - East) + Math.Abs(north - North) < ArrivedM && Math.Abs(up - Up) < ArrivedM);
    }

    private (double East, double North, double Up) Goal() => Mode switch
    {
        FlyerMode.Mission when _flysOut => (Math.Max(_profile.FenceM, _profile.RadiusM) * 2, 0, _profile.HeightM),
        FlyerMode.Mission => PatrolPoint(),
        FlyerMode.Return => (0, 0, HomeM > ArrivedM ? _profile.HeightM : 0),
        FlyerMode.TakeOff => (East, North, _profile.HeightM),
        FlyerMode.Land or FlyerMode.Ready => (East, North, 0),
        _ => _goal ?? (East, North, Up),
    };

    private (double East, double North, double Up) PatrolPoint()
    {
        double angle = 2 * Math.PI * Point / _profile.Points;
        return (_profile.RadiusM * Math.Sin(angle), _profile.RadiusM * Math.Cos(angle), _profile.HeightM);
    }

    private void Arrive(bool isThere)
    {
        if (!isThere)
        {
            return;
        }

        switch (Mode)
        {
            case FlyerMode.TakeOff:
                Enter(FlyerMode.Mission);
                break;
            case FlyerMode.Mission when !_flysOut:
                (Reached, Point) = (Point, (Point + 1) % _profile.Points);
                break;
            case FlyerMode.Return or FlyerMode.Land when !IsAirborne && HomeM < ArrivedM * 2:
                (IsArmed, Mode) = (false, FlyerMode.Ready);
                break;
        }
    }
}
