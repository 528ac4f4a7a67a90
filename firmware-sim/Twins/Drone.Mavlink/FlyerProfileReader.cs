using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>Reads <see cref="FlyerProfile"/>.</summary>
public static class FlyerProfileReader
{
    private const int KeyDigits = 64;
    private const int MacDigits = 12;
    private static readonly FlyerProfile s_usual = new();

    public static FlyerProfile Read(JsonSection json)
    {
        FlyerProfile profile = Flight(json) with
        {
            System = json.Count("system", s_usual.System, 1, 250),
            Vehicles = json.Count("vehicles", s_usual.Vehicles, 1, 50),
            Name = json.Text("name", s_usual.Name),
            Type = json.Count("type", s_usual.Type, 0, 255),
            IsV1 = json.Flag("v1", s_usual.IsV1),
            RateHz = json.Count("rateHz", s_usual.RateHz, 1, 50),
            CaptureEvery = json.Duration("captureEvery", s_usual.CaptureEvery),
            TextEvery = json.Duration("textEvery", s_usual.TextEvery),
            Key = json.Text("key", s_usual.Key),
            Events = json.Has("events") ? Events(json.Section("events")) : s_usual.Events,
            Faults = json.Has("faults") ? Faults(json.Section("faults")) : s_usual.Faults,
            Overheard = json.Has("overheard") ? Overheard(json.Section("overheard")) : null,
            Site = json.Has("site") ? Site(json.Section("site")) : null,
        };
        if (profile.Key.Length > 0 && (profile.Key.Length != KeyDigits || !profile.Key.All(char.IsAsciiHexDigit)))
        {
            json.Report("key", "must be 64 hex digits");
        }

        if (profile.IsV1 && (profile.Key.Length > 0 || profile.Overheard is not null || profile.CaptureEvery > TimeSpan.Zero))
        {
            json.Report("v1", "has neither signatures nor message ids above 255: no key, overheard and captureEvery with it");
        }

        json.Done();
        return profile;
    }

    private static FlyerProfile Flight(JsonSection json) => new()
    {
        Lat = json.Number("lat", s_usual.Lat, -85, 85),
        Lon = json.Number("lon", s_usual.Lon, -179, 179),
        GroundM = json.Number("groundM", s_usual.GroundM, -400, 6000),
        RadiusM = json.Number("radiusM", s_usual.RadiusM, 5, 50_000),
        HeightM = json.Number("heightM", s_usual.HeightM, 0, 5000),
        SpeedMps = json.Number("speedMps", s_usual.SpeedMps, 0.1, 100),
        Points = json.Count("points", s_usual.Points, 2, 500),
        FenceM = json.Number("fenceM", s_usual.FenceM, 0, 100_000),
        BatteryPercent = json.Number("batteryPercent", s_usual.BatteryPercent, 1, 100),
        DrainPerMinute = json.Number("drainPerMinute", s_usual.DrainPerMinute, 0, 100),
    };

    private static FlyerEvents Events(JsonSection json)
    {
        var events = new FlyerEvents
        {
            Every = json.Duration("every", TimeSpan.Zero),
            BatteryLow = Moment(json, "batteryLow"),
            LeaveFence = Moment(json, "leaveFence"),
            LinkLost = Moment(json, "linkLost"),
            LinkLostFor = json.Duration("linkLostFor", new FlyerEvents().LinkLostFor),
            Distress = Moment(json, "distress"),
            DistressFor = json.Duration("distressFor", new FlyerEvents().DistressFor),
            Return = Moment(json, "return"),
            Restart = Moment(json, "restart"),
        };
        json.Done();
        return events;
    }

    private static FlyerFaults Faults(JsonSection json)
    {
        var faults = new FlyerFaults
        {
            Lost = json.Number("lost", 0, 0, 1),
            Twice = json.Number("twice", 0, 0, 1),
            Damaged = json.Number("damaged", 0, 0, 1),
            ReplayEvery = json.Count("replayEvery", 0, 0, int.MaxValue),
            ForgeEvery = json.Count("forgeEvery", 0, 0, int.MaxValue),
            GlitchEvery = json.Count("glitchEvery", 0, 0, int.MaxValue),
            AckDelay = json.Duration("ackDelay", TimeSpan.Zero),
            AckLostEvery = json.Count("ackLostEvery", 0, 0, int.MaxValue),
        };
        json.Done();
        return faults;
    }

    private static OverheardProfile Overheard(JsonSection json)
    {
        var usual = new OverheardProfile();
        var overheard = new OverheardProfile
        {
            Id = json.Text("id", usual.Id),
            Mac = json.Text("mac", usual.Mac),
            At = json.Duration("at", usual.At),
            For = json.Duration("for", usual.For),
            FromM = json.Number("fromM", usual.FromM, -50_000, 50_000),
            SpeedMps = json.Number("speedMps", usual.SpeedMps, 0, 200),
            IsPack = json.Flag("pack", usual.IsPack),
        };
        if (overheard.Mac.Length != MacDigits || !overheard.Mac.All(char.IsAsciiHexDigit))
        {
            json.Report("mac", "must be 12 hex digits");
        }

        json.Done();
        return overheard;
    }

    private static SiteRules Site(JsonSection json)
    {
        var usual = new SiteRules();
        var site = new SiteRules
        {
            FenceM = json.Number("fenceM", usual.FenceM, 0, 50_000),
            MarginM = json.Number("marginM", usual.MarginM, 0, 1000),
            KeepOutM = json.Number("keepOutM", usual.KeepOutM, 0, 50_000),
            LowPercent = json.Number("lowPercent", usual.LowPercent, 1, 99),
            HysteresisPercent = json.Number("hysteresisPercent", usual.HysteresisPercent, 0, 50),
            FarM = json.Number("farM", usual.FarM, 0, 100_000),
            OfflineAfter = json.Duration("offlineAfter", usual.OfflineAfter),
            IntruderSilence = json.Duration("intruderSilence", usual.IntruderSilence),
        };
        json.Done();
        return site;
    }

    private static TimeSpan? Moment(JsonSection json, string name) => json.Has(name) ? json.Duration(name, TimeSpan.Zero) : null;
}
