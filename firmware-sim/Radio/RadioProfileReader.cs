using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Radio;

/// <summary>Reads the profile of a radio device; whatever is not said keeps the default of <see cref="RadioProfile"/>.</summary>
public static class RadioProfileReader
{
    /// <summary>Highest 24-bit address.</summary>
    private const int MostId = 0xFF_FFFF;

    private static readonly RadioProfile s_default = new();

    public static RadioProfile Read(JsonSection json)
    {
        JsonSection site = json.Section("site");
        JsonSection answer = json.Section("answer");
        var profile = new RadioProfile
        {
            Radios = json.Count("radios", s_default.Radios, 1, 1000),
            FirstId = json.Count("firstId", s_default.FirstId, 1, MostId - 1000),
            Subnet = (byte)json.Count("subnet", s_default.Subnet, 0, 255),
            Group = json.Count("group", s_default.Group, 1, MostId),
            Site = new RadioSite(site.Number("lat", s_default.Site.Lat, -89, 89), site.Number("lon", s_default.Site.Lon, -179, 179), site.Number("radiusM", s_default.Site.RadiusM, 1, 50_000)),
            Registers = json.Flag("registers", s_default.Registers),
            ReportEvery = Pause(json, "reportEvery", s_default.ReportEvery),
            Rssi = json.Flag("rssi", s_default.Rssi),
            TextEvery = Pause(json, "textEvery", s_default.TextEvery),
            CallEvery = Pause(json, "callEvery", s_default.CallEvery),
            CallFor = json.Duration("callFor", s_default.CallFor),
            DeviceId = (uint)json.Count("deviceId", (int)s_default.DeviceId, 1, int.MaxValue),
            Heartbeat = json.PositiveDuration("heartbeat", s_default.Heartbeat),
            AckTimeout = answer.PositiveDuration("timeout", s_default.AckTimeout),
            Retries = answer.Count("retries", s_default.Retries, 0, 100),
            TextAnswer = answer.Duration("text", s_default.TextAnswer),
            Screen = json.Has("screen") ? json.Text("screen", "") : null,
            Emergencies = [.. json.Sections("emergencies").Select(Emergency)],
            Faults = RadioFaultsReader.Read(json.Section("faults")),
        };
        site.Done();
        answer.Done();
        json.Done();
        return profile;
    }

    /// <summary>A report is known by its second, so two of one radio lie a second apart.</summary>
    private static TimeSpan Pause(JsonSection json, string name, TimeSpan otherwise)
    {
        TimeSpan span = json.Duration(name, otherwise);
        if (span != TimeSpan.Zero && span < TimeSpan.FromSeconds(1))
        {
            json.Report(name, "must be at least 1s, or 0s for none");
        }

        return span;
    }

    private static RadioEmergency Emergency(JsonSection json)
    {
        var emergency = new RadioEmergency(
            json.Count("radio", 1, 1, 1000), json.Has("at") ? json.Duration("at", TimeSpan.Zero) : null, json.Has("file") ? json.Text("file", "") : null);
        if (emergency is { At: null, File: null })
        {
            json.Report("at", "say at, such as \"20s\", or file, whose appearance presses the button");
        }

        json.Done();
        return emergency;
    }
}
