using System.Net;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.PlateCamera.Dahua;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a camera.</summary>
public static class CameraReader
{
    public static CameraDevice Read(JsonSection json, ProfileLibrary profiles, string driver) => driver switch
    {
        DeviceReader.HikvisionAnpr => Hikvision(json, profiles),
        DeviceReader.DahuaAnpr => Hikvision(json, profiles) with { Dahua = json.Has("dahua") ? DahuaProfileReader.Read(json.Section("dahua")) : new DahuaProfile() },
        _ => Viid(json, profiles, driver),
    };

    private static CameraDevice Hikvision(JsonSection json, ProfileLibrary profiles)
    {
        DeviceMode mode = json.Choice("mode", DeviceMode.Push, ("push", DeviceMode.Push), ("pull", DeviceMode.Pull));
        return Common(json, DeviceReader.HikvisionAnpr, profiles.For(json, CameraProfileReader.Read)) with
        {
            Mode = mode,
            Url = mode == DeviceMode.Push ? Url(json) : null,
            Listen = mode == DeviceMode.Pull ? Listen(json) : null,
            User = mode == DeviceMode.Pull ? json.Text("user", "admin") : "",
            Password = mode == DeviceMode.Pull ? json.Text("password", "") : "",
        };
    }

    /// <summary>A library is a camera that is subscribed to: it also listens.</summary>
    private static CameraDevice Viid(JsonSection json, ProfileLibrary profiles, string driver)
    {
        ViidProfile profile = profiles.For(json, ViidProfileReader.Read);
        return Common(json, driver, Pace(profile)) with
        {
            Viid = profile,
            Url = Url(json),
            Listen = driver == DeviceReader.ViidLibrary ? Listen(json) : null,
            User = json.Text("user", profile.DeviceId),
            Password = json.Text("password", ""),
        };
    }

    /// <summary>When such a device beats, and when its link is down.</summary>
    public static CameraProfile Pace(ViidProfile profile) =>
        new() { HeartbeatPeriod = profile.KeepalivePeriod, UpFor = profile.UpFor, DownFor = profile.DownFor };

    private static CameraDevice Common(JsonSection json, string driver, CameraProfile profile) => new()
    {
        Id = "",
        Driver = driver,
        Mode = DeviceMode.Push,
        Profile = profile,
        Traffic = json.Has("traffic") ? json.Text("traffic", "") : null,
        Rate = json.Number("rate", 1, 0.001, 100_000),
    };

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
