using EdgeGateway.Protocol.Geo;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>What the gateway can know of an aircraft that is overheard. It is nobody's.</summary>
internal sealed class WitnessedAircraft(string name, GeoPoint home, SiteRules site, FlyerNotes notes)
{
    private readonly FlyerHappenings _alarms = new();
    private DateTimeOffset _heard;
    private bool _isNamed;
    private bool _isInside;
    private double _away = double.PositiveInfinity;

    public void Saw(MavFrame frame, DateTimeOffset now)
    {
        Tick(now);
        _heard = now;
        if (frame.MessageId == OpenDroneIdLocation.MsgId)
        {
            var at = frame.Read<OpenDroneIdLocation>();
            _away = Geodesic.DistanceM(home, new GeoPoint(at.Latitude / 1e7, at.Longitude / 1e7));
        }
        else
        {
            _isNamed = true;
        }

        _isInside = _isNamed && site.KeepOutM > 0 && _away <= site.KeepOutM + (_isInside ? site.MarginM : 0);
        Judge(now);
    }

    /// <summary>Who is silent for long has gone.</summary>
    public void Tick(DateTimeOffset now)
    {
        if (_isInside && now - _heard >= site.IntruderSilence)
        {
            _isInside = false;
            Judge(_heard + site.IntruderSilence);
        }
    }

    private void Judge(DateTimeOffset now)
    {
        if (_alarms.Changes("intruder", _isInside))
        {
            notes.Alarm(name, "intruder", _isInside, now);
        }
    }
}
