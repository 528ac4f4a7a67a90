using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>Says what a vehicle tells of itself (drone.md section 1.9). Numbers of frames and time since start begin anew with <see cref="Restart"/>.</summary>
public sealed class FlyerVoice
{
    public const byte AutopilotComponent = 1;
    public const byte CameraComponent = 100;

    private const byte Px4 = 12;
    private const byte NoAutopilot = 8;
    private const byte CameraType = 30;
    private const byte CustomMode = 1;
    private const byte Auto = 4;
    private const byte Guided = 8;
    private const byte ArmedBit = 128;
    private const uint Sensors = 0x2 | 0x1 | 0x4 | 0x8 | 0x20 | 0x200000 | 0x2000000;
    private const ushort Cells = 6;

    private readonly FlyerProfile _profile;
    private readonly FlyerFlight _flight;
    private readonly byte _system;
    private readonly MavSigner? _signer;
    private MavWriter _autopilot;
    private MavWriter _camera;
    private DateTimeOffset _began;

    /// <param name="profile">How it is.</param>
    /// <param name="number">Of the vehicles on its link.</param>
    /// <param name="flight">What it does.</param>
    /// <param name="now">When it was switched on.</param>
    public FlyerVoice(FlyerProfile profile, int number, FlyerFlight flight, DateTimeOffset now)
    {
        (_profile, _flight, _began, _system) = (profile, flight, now, (byte)(profile.System + number));
        _signer = profile.Key.Length > 0 ? new MavSigner(new MavKey(Convert.FromHexString(profile.Key)), 1) : null;
        (_autopilot, _camera) = (Writer(AutopilotComponent), Writer(CameraComponent));
    }

    public byte System => _system;

    public void Restart(DateTimeOffset now) => (_began, _autopilot, _camera) = (now, Writer(AutopilotComponent), Writer(CameraComponent));

    /// <summary>Milliseconds since it was switched on.</summary>
    public uint SinceStart(DateTimeOffset now) => (uint)(now - _began).TotalMilliseconds;

    public byte[] Say<T>(in T message, DateTimeOffset now, bool fromCamera = false)
        where T : struct, IMavMessage<T> => (fromCamera ? _camera : _autopilot).Write(message, now);

    /// <summary>At the rate of the positions.</summary>
    public IEnumerable<byte[]> Often(DateTimeOffset now)
    {
        var (north, east, up) = _flight.Speed;
        double lean = Math.Sqrt((north * north) + (east * east)) * 0.02;
        float yaw = (float)((_flight.HeadingDeg > 180 ? _flight.HeadingDeg - 360 : _flight.HeadingDeg) * Math.PI / 180);
        yield return Say(new Attitude(SinceStart(now), 0.01f, (float)-lean, yaw, 0, 0, 0), now);
        yield return Say(
            new GlobalPositionInt(
                SinceStart(now),
                _flight.Lat,
                _flight.Lon,
                (int)((_profile.GroundM + _flight.Up) * 1000),
                (int)(_flight.Up * 1000),
                (short)(north * 100),
                (short)(east * 100),
                (short)(-up * 100),
                (ushort)((int)(_flight.HeadingDeg * 100) % 36_000)),
            now);
    }

    /// <summary>A position far away, with a fix that says so.</summary>
    public IEnumerable<byte[]> Glitch(DateTimeOffset now)
    {
        yield return Say(Gps(now) with { Lat = _flight.Lat + 450_000, FixType = 2, Eph = 9900, SatellitesVisible = 4, HAcc = 5_000_000 }, now);
        yield return Say(new GlobalPositionInt(SinceStart(now), _flight.Lat + 450_000, _flight.Lon, 0, 0, 0, 0, 0, ushort.MaxValue), now);
    }

    /// <summary>Once a second.</summary>
    public IEnumerable<byte[]> EverySecond(DateTimeOffset now, DateTimeOffset told)
    {
        yield return Say(Beat(), now);
        yield return Say(new SystemTime((ulong)(told - DateTimeOffset.UnixEpoch).Ticks / 10, SinceStart(now)), now);
        yield return Say(Status(), now);
        yield return Say(Gps(told), now);
        yield return Say(Battery(), now);
        yield return Say(new ExtendedSysState(0, Landed()), now);
        yield return Say(new MissionCurrent((ushort)_flight.Point, (ushort)_profile.Points, MissionState(), _flight.Mode == FlyerMode.Mission ? (byte)1 : (byte)2, 77, 0, 0), now);
        yield return Say(Hud(), now);
        if (_profile.CaptureEvery > TimeSpan.Zero)
        {
            yield return Say(new Heartbeat(0, CameraType, NoAutopilot, 0, 4, 3), now, fromCamera: true);
        }
    }

    public Heartbeat Beat() => new(
        (uint)_flight.Mode,
        (byte)_profile.Type,
        Px4,
        (byte)(CustomMode | Auto | Guided | (_flight.IsArmed ? ArmedBit : 0)),
        _flight.IsInDistress ? (byte)6 : _flight.IsArmed ? (byte)4 : (byte)3,
        3);

    public HomePosition Home() => new(
        Degrees(_profile.Lat), Degrees(_profile.Lon), (int)(_profile.GroundM * 1000), 0, 0, 0, [float.NaN, float.NaN, float.NaN, float.NaN], float.NaN, float.NaN, float.NaN, 0);

    public CameraImageCaptured Picture(int index, DateTimeOffset now, DateTimeOffset told) => new(
        (ulong)(told - DateTimeOffset.UnixEpoch).Ticks / 10,
        SinceStart(now),
        _flight.Lat,
        _flight.Lon,
        (int)((_profile.GroundM + _flight.Up) * 1000),
        (int)(_flight.Up * 1000),
        [1, 0, 0, 0],
        index,
        0,
        1,
        FormattableString.Invariant($"mftp://DCIM/{_system:000}/{index:00000}.jpg"));

    private static int Degrees(double degrees) => (int)Math.Round(degrees * 1e7);

    private byte Landed() => _flight.Mode == FlyerMode.TakeOff && _flight.IsAirborne ? (byte)3 : _flight.IsAirborne ? (byte)2 : (byte)1;

    private byte MissionState() => _flight.Mode switch { FlyerMode.Mission => 3, FlyerMode.Ready => 2, _ => 4 };

    private GpsRawInt Gps(DateTimeOffset told)
    {
        var (north, east, _) = _flight.Speed;
        return new GpsRawInt(
            (ulong)(told - DateTimeOffset.UnixEpoch).Ticks / 10,
            _flight.Lat,
            _flight.Lon,
            (int)((_profile.GroundM + _flight.Up) * 1000),
            62,
            95,
            (ushort)(Math.Sqrt((north * north) + (east * east)) * 100),
            (ushort)((int)(_flight.HeadingDeg * 100) % 36_000),
            6,
            21,
            (int)((_profile.GroundM + _flight.Up - 7.4) * 1000),
            14,
            22,
            55,
            120_000,
            0);
    }

    private SysStatus Status() => new(
        Sensors, Sensors, Sensors, 350, (ushort)(CellMillivolts() * Cells), 1265, 0, 0, 0, 0, 0, 0, Percent(), 0, 0, 0);

    private BatteryStatus Battery()
    {
        ushort cell = CellMillivolts();
        ushort none = ushort.MaxValue;
        byte charge = _flight.Percent switch { < 7 => 3, < 20 => 2, _ => 1 };
        int remaining = _profile.DrainPerMinute > 0 ? (int)(_flight.Percent / _profile.DrainPerMinute * 60) : 0;
        return new BatteryStatus(
            1480, -1, 3120, [cell, cell, cell, cell, cell, cell, none, none, none, none], 1265, 0, 1, 1, Percent(), remaining, charge, [0, 0, 0, 0], 0, 0);
    }

    private VfrHud Hud()
    {
        var (north, east, up) = _flight.Speed;
        float ground = (float)Math.Sqrt((north * north) + (east * east));
        return new VfrHud(ground, ground, (float)(_profile.GroundM + _flight.Up), (float)up, (short)_flight.HeadingDeg, _flight.IsArmed ? (ushort)45 : (ushort)0);
    }

    private ushort CellMillivolts() => (ushort)(3300 + (_flight.Percent * 9));

    private sbyte Percent() => (sbyte)Math.Round(_flight.Percent);

    private MavWriter Writer(byte component) => new(_system, component, _signer) { Version = _profile.IsV1 ? MavVersion.V1 : MavVersion.V2 };
}
