using System.Net;
using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins;
using EdgeGateway.Sim.Twins.Kiosk.Application;
using EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

namespace EdgeGateway.Sim.Scenarios;

/// <summary>Reads what a scenario says of a kiosk (<c>listen</c>) and of its software (<c>url</c> or <c>folder</c>), and builds their twins.</summary>
public static class KioskReader
{
    public const string Xfs = "kiosk-xfs4iot";

    public const string Software = "kiosk-application";

    public static ScenarioDevice Read(JsonSection json, ProfileLibrary profiles, string driver)
    {
        string? machine = json.Has("machine") ? json.Required("machine") : null;
        if (driver == Xfs)
        {
            return new XfsKioskDevice { Id = "", Driver = driver, Machine = machine, Profile = profiles.For(json, XfsKioskReader.Read), Listen = Listen(json) };
        }

        string? folder = json.Has("folder") ? json.Required("folder") : null;
        return new SoftwareKioskDevice { Id = "", Driver = driver, Machine = machine, Profile = profiles.For(json, ApplicationKioskReader.Read), Folder = folder, Url = folder is null ? Url(json) : null };
    }

    public static TroubledTwin Twin(XfsKioskDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        KioskPlan plan = Plan(device, device.Profile.Day, run);
        return new(new XfsKioskTwin(plan, device.Listen!, device.Profile, trouble, run.Ledger, run.Seeds, run.Time), trouble);
    }

    public static TroubledTwin Twin(SoftwareKioskDevice device, RunFrame run)
    {
        var trouble = new DeviceTrouble(TimeSpan.Zero, TimeSpan.Zero, run.Start);
        KioskPlan plan = Plan(device, device.Profile.Day, run);
        IApplicationWire wire = device.Folder is { } folder ? new SpoolWire(folder, device.Profile.Patience, run.Time, Names(device, plan, run)) : new PostingWire(device.Url!, device.Profile.Patience, run.Time);
        return new(new ApplicationKioskTwin(plan, device.Profile, wire, trouble, run.Ledger, run.Seeds, run.Time), trouble);
    }

    /// <summary>The same people as those of the kiosk.</summary>
    private static Func<int, string>? Names(SoftwareKioskDevice device, KioskPlan plan, RunFrame run)
    {
        var holders = new HolderBook(plan.Seed, plan.Machine, run.Seeds);
        return device.Profile.LeakEvery == 0 ? null : number => $"{holders.Of(number).Name}-{holders.Of(number).IdNumber}";
    }

    private static KioskPlan Plan(KioskDevice device, KioskDayProfile day, RunFrame run) =>
        new(device.Id, device.Machine ?? device.Id, day, run.Seed, run.Start, run.End, device.Count);

    private static IPEndPoint? Listen(JsonSection json)
    {
        string text = json.Required("listen");
        if (text.Length > 0 && !IPEndPoint.TryParse(text, out _))
        {
            json.Report("listen", "must be address:port, such as 127.0.0.1:5846");
        }

        return IPEndPoint.TryParse(text, out IPEndPoint? end) ? end : null;
    }

    private static Uri? Url(JsonSection json)
    {
        string text = json.Required("url");
        if (text.Length > 0 && !IsUrl(text))
        {
            json.Report("url", "must be http://host:port/{device}/{token}");
        }

        return IsUrl(text) ? new Uri(text) : null;
    }

    public static bool IsUrl(string text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme == Uri.UriSchemeHttp;
}
