using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What the gateway can know of one vehicle.</summary>
internal sealed class WitnessedVehicle(string name, GeoPoint home, SiteRules site, FlyerNotes notes)
{
    /// <summary>Nothing here flies so far between two fixes: it is a wrong one.</summary>
    private const double WrongM = 1000;

    private readonly FlyerHappenings _alarms = new();
    private (bool Armed, FlyerMode Mode)? _state;
    private byte? _landed;
    private DateTimeOffset? _beat;
    private bool _isDistressed;
    private bool _hasHome;
    private GeoPoint? _place;
    private int? _percent;
    private bool _isOut;
    private bool _isLow;

    private bool? IsAirborne => _landed is { } landed ? landed is 2 or 3 or 4 : null;

    public void Saw(MavFrame frame, DateTimeOffset now)
    {
        switch (frame.MessageId)
        {
            case Heartbeat.MsgId:
                Beat(frame.Read<Heartbeat>(), now);
                break;
            case ExtendedSysState.MsgId:
                Landed(frame.Read<ExtendedSysState>().LandedState, now);
                break;
            case HomePosition.MsgId:
                _hasHome = true;
                break;
            case BatteryStatus.MsgId:
                Battery(frame.Read<BatteryStatus>(), now);
                break;
            case GlobalPositionInt.MsgId:
                Place(frame.Read<GlobalPositionInt>());
                break;
            default:
                return;
        }

        Judge(now);
    }

    /// <summary>A link is lost by time alone, if the vehicle was in the air.</summary>
    public void Tick(DateTimeOffset now)
    {
        if (_beat is { } beat && IsAirborne == true && now - beat >= site.OfflineAfter && _alarms.Changes("link", true))
        {
            notes.Alarm(name, "link-lost", true, beat + site.OfflineAfter);
        }
    }

    private void Beat(Heartbeat beat, DateTimeOffset now)
    {
        Tick(now);
        _beat = now;
        _isDistressed = beat.SystemStatus is 5 or 6 or 8;
        if (_alarms.Changes("link", false))
        {
            notes.Alarm(name, "link-lost", false, now);
        }

        var state = ((beat.BaseMode & 0x80) != 0, (FlyerMode)beat.CustomMode);
        if (state != _state)
        {
            _state = state;
            notes.State(name, now, ("online", "true"), ("armed", FlyerNotes.Text(state.Item1)), ("mode", FlyerTruth.Word(state.Item2)));
        }
    }

    private void Landed(byte landed, DateTimeOffset now)
    {
        // Before its first heartbeat there is no vehicle.
        if (_beat is not null && landed != _landed)
        {
            _landed = landed;
            notes.State(name, now, ("landed", landed switch { 1 => "on-ground", 2 => "in-air", 3 => "taking-off", _ => "landing" }));
        }
    }

    /// <summary>Low to unhealthy are alarms of the battery itself, wherever the vehicle is; 7 is charging, and 0 says nothing.</summary>
    private void Battery(BatteryStatus battery, DateTimeOffset now)
    {
        _percent = battery.BatteryRemaining;
        if (_beat is not null && battery.ChargeState > 0)
        {
            Alarm("battery", battery.ChargeState is >= 2 and < 7, now);
        }
    }

    private void Place(GlobalPositionInt at)
    {
        var place = new GeoPoint(at.Lat / 1e7, at.Lon / 1e7);
        _place = _place is { } last && Geodesic.DistanceM(last, place) > WrongM ? last : place;
    }

    /// <summary>As docs/decisions/0020-airspace.md says, worked out anew.</summary>
    private void Judge(DateTimeOffset now)
    {
        if (_place is not { } place || _beat is null)
        {
            return;
        }

        double away = Geodesic.DistanceM(home, place);
        _isOut = site.FenceM > 0 && (_isOut ? away > site.FenceM : IsAirborne != false && away > site.FenceM + site.MarginM);
        _isLow = _hasHome && IsAirborne != false && _percent is { } percent
            && percent <= site.LowPercent + (_isLow ? site.HysteresisPercent : 0) && away >= site.FarM * (_isLow ? 0.9 : 1);
        Alarm("fence-left", _isOut, now);
        Alarm("battery-low-far", _isLow, now);
        Alarm("distress", _isDistressed, now);
    }

    private void Alarm(string alarm, bool isSo, DateTimeOffset now)
    {
        if (_alarms.Changes(alarm, isSo))
        {
            notes.Alarm(name, alarm, isSo, now);
        }
    }
}
