using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Drones;

/// <summary>Six drones at 50 Hz over bad links against the whole gateway, which is killed in the middle of an alarm.</summary>
[Collection(Alone.Name)]
public sealed class HarbourPatrolTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(40);

    [Fact]
    public async Task HarbourPatrol_LossAndTroubleAndAKill_TellsEachStateAndEachAlarmOnce()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await using var siteBroker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var patrol = new PatrolSite(broker.Port, siteBroker.Port, RunSize.Long ? PatrolSize.Harbour : PatrolSize.Short);
        var watch = patrol.Site.StartWatch(broker.Port);
        var gateway = await StartAsync(patrol);
        string scenario = RunSize.Long ? Path.Combine(Binaries.Root, "firmware-sim/Scenarios/harbour-patrol.json") : patrol.ShortScenario();
        var began = TimeProvider.System.GetUtcNow();
        await using var drones = patrol.StartPatrol(scenario, RunSize.Long ? 598 : 20);

        await ToldAsync(patrol, drones, "distress", active: true);
        await ToldAsync(patrol, drones, "fence-left", active: false);
        await ToldAsync(patrol, drones, "link-lost", active: false);
        var killed = TimeProvider.System.GetUtcNow();
        await gateway.KillAsync();
        gateway = await StartAsync(patrol);
        var back = TimeProvider.System.GetUtcNow();

        Assert.True(await drones.ExitAsync(RunSize.Long ? TimeSpan.FromMinutes(12) : s_limit) == 0, drones.Output);
        patrol.ForgiveStates(began, began + TimeSpan.FromSeconds(2));
        patrol.ForgiveStates(killed - TimeSpan.FromMilliseconds(500), back + TimeSpan.FromSeconds(1));
        var verdict = await patrol.Site.VerifyUntilDeliveredAsync(s_limit, "--most-telemetry", "1.2", "--distress-within", RunSize.Long ? "100" : "5000");
        output.WriteLine($"killed {killed:O} back {back:O}\n{verdict.All}");

        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}\n{watch.Output}");
        Assert.Contains(" lost 0 altered 0 ", verdict.Line, StringComparison.Ordinal);
        foreach (string alarm in new[] { "battery", "battery-low-far", "distress", "fence-left", "intruder", "link-lost" })
        {
            Assert.Contains($"alarm {alarm} began", verdict.All, StringComparison.Ordinal);
        }
    }

    private static async Task<ChildProcess> StartAsync(PatrolSite patrol)
    {
        var gateway = patrol.Site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || gateway.Output.Contains(": connected", StringComparison.Ordinal), s_limit, () => gateway.Output);
        Assert.False(gateway.HasExited, gateway.Output);
        return gateway;
    }

    private static Task<TimeSpan> ToldAsync(PatrolSite patrol, ChildProcess drones, string alarm, bool active) =>
        Wait.UntilAsync(() => drones.HasExited || patrol.Told(alarm, active) > 0, s_limit, () => drones.Output);
}
