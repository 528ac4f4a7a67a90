using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Viid;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A camera, or a library that stands for cameras, by hand.</summary>
internal static class TypedCamera
{
    public static CameraDevice Device(TypedTwin typed, List<Mistake> mistakes)
    {
        CameraDevice device = Placed(typed, typed.Profile(CameraProfileReader.Read, mistakes), "admin");
        if (device.Listen is null && device.Url is not { Scheme: "http" })
        {
            mistakes.Add(new Mistake("--target", "give --target http://host:port/{device}/{token} to push, or --listen address:port to be pulled"));
        }

        CheckRate(device, mistakes);
        return device;
    }

    public static CameraDevice Viid(TypedTwin typed, List<Mistake> mistakes)
    {
        ViidProfile viid = typed.Profile(ViidProfileReader.Read, mistakes);
        CameraDevice device = Placed(typed, CameraReader.Pace(viid), viid.DeviceId) with { Viid = viid };
        if (device.Url is not { Scheme: "http" })
        {
            mistakes.Add(new Mistake("--target", "give --target http://host:port of the gateway's inbox"));
        }
        else if (device.Driver == DeviceReader.ViidLibrary && device.Listen is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, where the library is subscribed to"));
        }

        CheckRate(device, mistakes);
        return device;
    }

    private static CameraDevice Placed(TypedTwin typed, CameraProfile profile, string user) => new()
    {
        Id = typed.Id,
        Driver = typed.Driver,
        Mode = typed.Listen is null ? DeviceMode.Push : DeviceMode.Pull,
        Profile = profile,
        Rate = typed.Rate,
        Count = typed.Count,
        Url = Uri.TryCreate(typed.Target, UriKind.Absolute, out Uri? url) ? url : null,
        Listen = typed.End,
        User = typed.User ?? user,
        Password = typed.Password,
    };

    private static void CheckRate(CameraDevice device, List<Mistake> mistakes)
    {
        if (device.Rate <= 0)
        {
            mistakes.Add(new Mistake("--rate", "must be above 0"));
        }
    }
}
