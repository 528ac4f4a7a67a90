using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Drone.Dji;

/// <summary>Reads <see cref="DockProfile"/>.</summary>
public static class DockProfileReader
{
    private static readonly DockProfile s_usual = new();

    public static DockProfile Read(JsonSection json)
    {
        var profile = new DockProfile
        {
            Gateway = json.Text("gateway", s_usual.Gateway),
            Aircraft = json.Text("aircraft", s_usual.Aircraft),
            OsdEvery = json.Duration("osdEvery", s_usual.OsdEvery),
            Rest = json.Duration("rest", s_usual.Rest),
            Patrol = json.Duration("patrol", s_usual.Patrol),
            Climb = json.Duration("climb", s_usual.Climb),
            Return = json.Duration("return", s_usual.Return),
            PictureEvery = json.Duration("pictureEvery", s_usual.PictureEvery),
            RepeatAfter = json.Duration("repeatAfter", s_usual.RepeatAfter),
            Lat = json.Number("lat", s_usual.Lat, -85, 85),
            Lon = json.Number("lon", s_usual.Lon, -179, 179),
            RadiusM = json.Number("radiusM", s_usual.RadiusM, 1, 50_000),
            SpeedMps = json.Number("speedMps", s_usual.SpeedMps, 0.1, 25),
            GroundM = json.Number("groundM", s_usual.GroundM, -400, 6_000),
            DrainPerMinute = json.Number("drainPerMinute", s_usual.DrainPerMinute, 0, 100),
            Sleeps = json.Flag("sleeps", s_usual.Sleeps),
            Loose = json.Flag("loose", s_usual.Loose),
            AsksConfig = json.Flag("asksConfig", s_usual.AsksConfig),
        };
        if (profile.OsdEvery < TimeSpan.FromMilliseconds(50))
        {
            json.Report("osdEvery", "must be 50ms or more");
        }

        json.Done();
        return profile;
    }
}
