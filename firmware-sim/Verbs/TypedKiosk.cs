using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.Kiosk.Application;
using EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

namespace EdgeGateway.Sim.Verbs;

/// <summary>A kiosk, or the software of one, by hand.</summary>
internal static class TypedKiosk
{
    public static XfsKioskDevice Xfs(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.End is null)
        {
            mistakes.Add(new Mistake("--listen", "give --listen address:port, such as 127.0.0.1:5846"));
        }

        return new XfsKioskDevice { Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(XfsKioskReader.Read, mistakes), Listen = typed.End, Count = typed.Count };
    }

    public static SoftwareKioskDevice Software(TypedTwin typed, List<Mistake> mistakes)
    {
        if (typed.Folder is null && !KioskReader.IsUrl(typed.Target ?? ""))
        {
            mistakes.Add(new Mistake("--target", "give --target http://host:port/{device}/{token} to post, or --folder to leave files"));
        }

        return new SoftwareKioskDevice
        {
            Id = typed.Id, Driver = typed.Driver, Profile = typed.Profile(ApplicationKioskReader.Read, mistakes), Count = typed.Count,
            Folder = typed.Folder, Url = KioskReader.IsUrl(typed.Target ?? "") ? new Uri(typed.Target!) : null,
        };
    }
}
