using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Sim.Twins.Drone.Mavlink;
using EdgeGateway.Tests.Drivers.Drone.Mavlink;
using EdgeGateway.Tests.FirmwareSim.Support;
using EdgeGateway.Tests.Protocol.Mavlink;

namespace EdgeGateway.Tests.FirmwareSim.Twins.Drone.Mavlink;

/// <summary>The vehicle against the driver, on a clock of the test: what its ledger says is what is told, and nothing of what others put on the link.</summary>
public sealed class FlyerAgainstDriverTests
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
    private const int StepsASecond = 20;

    [Fact]
    public async Task Fly_SignedLinkWithEveryFaultButLoss_EverythingIsToldOnce()
    {
        var profile = new FlyerProfile
        {
            System = 3, RateHz = StepsASecond, Key = Key, RadiusM = 40, HeightM = 10, SpeedMps = 20, CaptureEvery = TimeSpan.FromSeconds(1), TextEvery = TimeSpan.FromSeconds(1.5),
            Faults = new FlyerFaults { Twice = 0.2, Damaged = 0.1, ReplayEvery = 15, GlitchEvery = 30 },
        };
        var (flight, ledger) = await FlyAsync(profile, seconds: 25, Signed);
        await using var end = flight;

        Assert.Equal(Told(ledger, "drone.capture", "index"), flight.Bodies<DroneCaptureBody>().Select(body => $"{body.Index}"));
        Assert.Equal(Told(ledger, "drone.message", "text"), flight.Bodies<DroneMessageBody>().Select(body => body.Text));
        Assert.Equal(Told(ledger, "drone.state", "mode"), flight.States.Select(state => state.Mode!).Aggregate(new List<string>(), Runs));
        Assert.All(flight.States, state => Assert.Equal(("sys-3", true), (state.Vehicle, state.Online)));
        Assert.DoesNotContain(flight.States, state => state.System == "emergency");
        Assert.Subset(flight.Faults.Select(fault => fault.Reason).ToHashSet(), new HashSet<string> { MavFaults.Crc, MavFaults.Signature, MavFaults.Replayed });
    }

    [Fact]
    public async Task Fly_BatteryLowAndDistress_AreToldAsTheLedgerSays()
    {
        var profile = new FlyerProfile
        {
            RateHz = StepsASecond, RadiusM = 40, HeightM = 10, SpeedMps = 20,
            Events = new FlyerEvents { BatteryLow = TimeSpan.FromSeconds(4), Distress = TimeSpan.FromSeconds(6) },
        };
        var (flight, ledger) = await FlyAsync(profile, seconds: 8, Flight.Quiet);
        await using var end = flight;

        Assert.Equal(ledger.Lines.Where(line => line.Facts!.GetValueOrDefault("alarm") == "message").Select(line => line.Facts!["text"]), flight.Alarms.Where(alarm => alarm.Alarm == "message").Select(alarm => alarm.Text!));
        Assert.Contains(flight.States, state => state.Battery is { Percent: < 15, Charge: "low" });
        Assert.Equal("emergency", flight.States.Last().System);
    }

    private static MavlinkOptions Signed => Flight.Quiet with { Signing = new MavlinkSigningOptions(MavVectors.Key, 9, MavUnsignedPolicy.Reject) };

    private static async Task<(Flight Flight, ListLedger Ledger)> FlyAsync(FlyerProfile profile, int seconds, MavlinkOptions options)
    {
        var flight = await new Flight { Options = options }.StartAsync();
        var ledger = new ListLedger();
        var begin = flight.Time.GetUtcNow();
        var plan = new FlyerPlan("drones", profile, 1, begin, DateTimeOffset.MaxValue, long.MaxValue);
        var vehicle = new FlyerVehicle(plan, 0, ledger, flight.Time);
        var air = new FlyerAir(profile.Faults, 1, "drones");
        int step = 0;
        await flight.PassAsync(TimeSpan.FromSeconds(seconds), () =>
        {
            var now = flight.Time.GetUtcNow();
            flight.Ports.Say([.. vehicle.Step(now - begin, now, now).SelectMany(air.Carry).SelectMany(frame => frame)]);
            if (step++ % StepsASecond == 0)
            {
                flight.Ports.Say(vehicle.Forged(now));
            }
        });
        await flight.PassAsync(TimeSpan.FromMilliseconds(200));
        return (flight, ledger);
    }

    private static IEnumerable<string> Told(ListLedger ledger, string kind, string fact) => ledger.Lines.Where(line => line.Kind == kind).Select(line => line.Facts![fact]);

    private static List<string> Runs(List<string> runs, string mode)
    {
        if (runs.LastOrDefault() != mode)
        {
            runs.Add(mode);
        }

        return runs;
    }
}
