using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.PdtRadio.Nmea;

/// <summary>Reads <see cref="NmeaProfile"/>.</summary>
public static class NmeaProfileReader
{
    private const int HighestRadio = 0xFFFFFF;
    private static readonly NmeaProfile s_usual = new();

    public static NmeaProfile Read(JsonSection json)
    {
        var profile = new NmeaProfile
        {
            Radio = json.Count("radio", s_usual.Radio, 0, HighestRadio),
            Talker = json.Text("talker", s_usual.Talker),
            Every = json.Duration("every", s_usual.Every),
            Gga = json.Flag("gga", s_usual.Gga),
            Lat = json.Number("lat", s_usual.Lat, -85, 85),
            Lon = json.Number("lon", s_usual.Lon, -179, 179),
            RadiusM = json.Number("radiusM", s_usual.RadiusM, 1, 50_000),
            Speed = json.Number("speedKnots", s_usual.Speed, 0.1, 400),
            Faults = json.Has("faults") ? Faults(json.Section("faults")) : s_usual.Faults,
        };
        if (profile.Talker.Length != 2 || !profile.Talker.All(char.IsAsciiLetterUpper))
        {
            json.Report("talker", "must be two capital letters");
        }

        if (profile.Every < TimeSpan.FromMilliseconds(50))
        {
            json.Report("every", "must be 50ms or more");
        }

        json.Done();
        return profile;
    }

    private static NmeaFaults Faults(JsonSection json)
    {
        var faults = new NmeaFaults
        {
            NoTime = json.Count("noTime", 0, 0, int.MaxValue),
            Zero = json.Count("zero", 0, 0, int.MaxValue),
            NoFix = json.Count("noFix", 0, 0, int.MaxValue),
            Weeks = json.Flag("weeks", false),
            Noise = json.Number("noise", 0, 0, 1),
            Cut = json.Number("cut", 0, 0, 1),
            Merged = json.Number("merged", 0, 0, 1),
            BadChecksum = json.Number("badChecksum", 0, 0, 1),
        };
        json.Done();
        return faults;
    }
}
