using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Kiosk.Xfs4Iot;

/// <summary>Reads <see cref="XfsKioskProfile"/>.</summary>
public static class XfsKioskReader
{
    private const int Most = 1_000_000;

    public static XfsKioskProfile Read(JsonSection json)
    {
        var usual = new XfsKioskProfile();
        var profile = new XfsKioskProfile
        {
            Day = json.Has("day") ? KioskDayReader.Read(json.Section("day")) : usual.Day,
            Host = json.Has("host") ? json.Required("host") : null,
            Old = json.Flag("old", usual.Old),
            Vendor = json.Flag("vendor", usual.Vendor),
            SlowEvery = json.Count("slowEvery", usual.SlowEvery, 0, Most),
            SlowBy = json.Duration("slowBy", usual.SlowBy),
            BusyEvery = json.Count("busyEvery", usual.BusyEvery, 0, Most),
            RefuseEvery = json.Count("refuseEvery", usual.RefuseEvery, 0, Most),
            LeakEvery = json.Count("leakEvery", usual.LeakEvery, 0, Most),
            Unknown = json.Flag("unknown", usual.Unknown),
            PongEvery = json.Duration("pongEvery", usual.PongEvery),
            Restart = json.Duration("restart", usual.Restart),
        };
        json.Done();
        return profile;
    }
}
