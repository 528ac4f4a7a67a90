using EdgeGateway.Sim.Ledger;
using EdgeGateway.Sim.Twins.Drone.Mavlink;

namespace EdgeGateway.Benchmarks.Mavlink;

/// <summary>What six vehicles tell in a minute, positions and attitudes at 50 Hz.</summary>
internal static class MavlinkRecording
{
    private const int Vehicles = 6;
    private const int Seconds = 60;

    public static byte[] Make()
    {
        var begin = new DateTimeOffset(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);
        var profile = new FlyerProfile { Vehicles = Vehicles, RateHz = 50, CaptureEvery = TimeSpan.FromSeconds(5), TextEvery = TimeSpan.FromSeconds(10) };
        var plan = new FlyerPlan("drones", profile, 1, begin, DateTimeOffset.MaxValue, long.MaxValue);
        var vehicles = Enumerable.Range(0, Vehicles).Select(number => new FlyerVehicle(plan, number, new TruthTally(null), TimeProvider.System)).ToArray();
        var ticks = Enumerable.Range(0, Seconds * profile.RateHz).Select(tick => TimeSpan.FromSeconds((double)tick / profile.RateHz));
        return [.. ticks.SelectMany(at => vehicles.SelectMany(vehicle => vehicle.Step(at, begin + at, begin + at))).SelectMany(frame => frame)];
    }
}
