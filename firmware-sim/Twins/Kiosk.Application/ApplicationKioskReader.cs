using EdgeGateway.Sim.Kiosks;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Twins.Kiosk.Application;

/// <summary>Reads <see cref="ApplicationKioskProfile"/>.</summary>
public static class ApplicationKioskReader
{
    public static ApplicationKioskProfile Read(JsonSection json)
    {
        var usual = new ApplicationKioskProfile();
        var profile = new ApplicationKioskProfile
        {
            Day = json.Has("day") ? KioskDayReader.Read(json.Section("day")) : usual.Day,
            HeartbeatEvery = json.Duration("heartbeatEvery", usual.HeartbeatEvery),
            Patience = json.Duration("patience", usual.Patience),
            Pause = json.Duration("pause", usual.Pause),
            Together = json.Count("together", usual.Together, 1, 1_000),
            CountsEvery = json.Count("countsEvery", usual.CountsEvery, 1, 1_000_000),
            LeakEvery = json.Count("leakEvery", usual.LeakEvery, 0, 1_000_000),
        };
        json.Done();
        return profile;
    }
}
