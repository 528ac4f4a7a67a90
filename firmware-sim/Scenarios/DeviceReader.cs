using System.Net;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads the devices of a scenario.</summary>
public static class DeviceReader
{
    public const string HikvisionAnpr = "hikvision-anpr";

    public const string DahuaAnpr = "dahua-anpr";

    public const string ViidCamera = "viid-camera";

    /// <summary>A library below the gateway; one above it has no traffic of its own.</summary>
    public const string ViidLibrary = "viid-library";

    public static IReadOnlyList<ScenarioDevice> ReadAll(JsonSection scenario, ProfileLibrary profiles)
    {
        IReadOnlyList<JsonSection> sections = scenario.Sections("devices");
        if (sections.Count == 0)
        {
            scenario.Report("devices", "must name at least one device");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        var devices = new List<ScenarioDevice>(sections.Count);
        foreach (JsonSection section in sections)
        {
            ScenarioDevice device = Read(section, profiles);
            if (device.Id.Length > 0 && !seen.Add(device.Id))
            {
                section.Report("id", $"{device.Id} is there twice");
            }

            devices.Add(device);
        }

        return devices;
    }

    private static ScenarioDevice Read(JsonSection json, ProfileLibrary profiles)
    {
        string driver = json.Choice("driver", HikvisionAnpr, (HikvisionAnpr, HikvisionAnpr), (DahuaAnpr, DahuaAnpr), (ViidCamera, ViidCamera), (ViidLibrary, ViidLibrary));
        ScenarioDevice device = driver switch
        {
            HikvisionAnpr => Hikvision(json, profiles),
            DahuaAnpr => Hikvision(json, profiles) with { Driver = driver, Dahua = json.Has("dahua") ? DahuaProfileReader.Read(json.Section("dahua")) : new DahuaProfile() },
            _ => Viid(json, profiles, driver),
        };
        json.Done();
        return device;
    }

    private static ScenarioDevice Hikvision(JsonSection json, ProfileLibrary profiles)
    {
        DeviceMode mode = json.Choice("mode", DeviceMode.Push, ("push", DeviceMode.Push), ("pull", DeviceMode.Pull));
        return Common(json, HikvisionAnpr, profiles.For(json, CameraProfileReader.Read)) with
        {
            Mode = mode,
            Url = mode == DeviceMode.Push ? Url(json) : null,
            Listen = mode == DeviceMode.Pull ? Listen(json) : null,
            User = mode == DeviceMode.Pull ? json.Text("user", "admin") : "",
            Password = mode == DeviceMode.Pull ? json.Text("password", "") : "",
        };
    }

    /// <summary>A library is a camera that is subscribed to: it also listens.</summary>
    private static ScenarioDevice Viid(JsonSection json, ProfileLibrary profiles, string driver)
    {
        ViidProfile profile = profiles.For(json, ViidProfileReader.Read);
        return Common(json, driver, Pace(profile)) with
        {
            Viid = profile,
            Url = Url(json),
            Listen = driver == ViidLibrary ? Listen(json) : null,
            User = json.Text("user", profile.DeviceId),
            Password = json.Text("password", ""),
        };
    }

    /// <summary>When such a device beats, and when its link is down.</summary>
    public static CameraProfile Pace(ViidProfile profile) =>
        new() { HeartbeatPeriod = profile.KeepalivePeriod, UpFor = profile.UpFor, DownFor = profile.DownFor };

    private static ScenarioDevice Common(JsonSection json, string driver, CameraProfile profile) => new()
    {
        Id = Id(json),
        Driver = driver,
        Mode = DeviceMode.Push,
        Profile = profile,
        Traffic = json.Has("traffic") ? json.Text("traffic", "") : null,
        Rate = json.Number("rate", 1, 0.001, 100_000),
        Count = json.Has("count") ? json.Count("count", 0, 1, int.MaxValue) : long.MaxValue,
    };

    private static string Id(JsonSection json)
    {
        string id = json.Required("id");
        if (id.Length > 0 && !NameRule.IsName(id))
        {
            json.Report("id", "must be " + NameRule.InWords);
        }

        return id;
    }

    private static Uri? Url(JsonSection json)
    {
        string text = json.Required("url");
        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp)
        {
            return url;
        }

        if (text.Length > 0)
        {
            json.Report("url", "must be http://host:port/{device}/{token}, for GA/T 1400 http://host:port");
        }

        return null;
    }

    private static IPEndPoint? Listen(JsonSection json)
    {
        string text = json.Required("listen");
        if (IPEndPoint.TryParse(text, out IPEndPoint? end))
        {
            return end;
        }

        if (text.Length > 0)
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:18081");
        }

        return null;
    }
}
