using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Radio;

/// <summary>A round through the site, again and again: every radio has its own, and its own pace.</summary>
public sealed class RadioTrack
{
    private const double MetresPerDegree = 111_320;
    private const double KnotsPerMetrePerSecond = 1.943844;

    private readonly double _lat;
    private readonly double _lon;
    private readonly double _radius;
    private readonly double _period;
    private readonly double _phase;

    public RadioTrack(RadioSite site, SeededRandom random)
    {
        (_lat, _lon) = (site.Lat, site.Lon);
        _radius = site.RadiusM * (0.2 + (0.8 * random.Unit()));
        _period = 2 * Math.PI * _radius / (0.6 + (2 * random.Unit()));
        _phase = random.Unit();
    }

    public RadioPlace At(DateTimeOffset moment)
    {
        double turn = 2 * Math.PI * (_phase + (moment.ToUnixTimeMilliseconds() / 1000.0 / _period % 1));
        double lat = _lat + (_radius * Math.Cos(turn) / MetresPerDegree);
        double lon = _lon + (_radius * Math.Sin(turn) / MetresPerDegree / Math.Cos(_lat * Math.PI / 180));
        double knots = 2 * Math.PI * _radius / _period * KnotsPerMetrePerSecond;
        int course = (int)(((turn * 180 / Math.PI) + 90) % 360);
        return new RadioPlace(RadioPlace.Ticks(lat), RadioPlace.Ticks(lon), (int)Math.Round(knots * 10), course);
    }
}
