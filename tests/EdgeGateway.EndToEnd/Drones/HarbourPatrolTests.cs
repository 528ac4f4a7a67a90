using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Drones;

/// <summary>Six drones at 50 Hz over bad links against the whole gateway, which is killed in the middle of alarms: once, or in every second round of the long run.</summary>
[Collection(Alone.Name)]
public sealed class HarbourPatrolTests(ITestOutputHelper output)
{
    private static readonly int s_rounds = RunSize.Long ? 10 : 2;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(RunSize.Long ? 180 : 40);

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

        var away = new List<(DateTimeOffset From, DateTimeOffset To)> { (began, began + TimeSpan.FromSeconds(2)) };
        for (int round = 1; round < s_rounds; round += 2)
        {
            await ToldAsync(patrol, drones, "distress", active: true, round);
            if (round == 1)
            {
                await ToldAsync(patrol, drones, "fence-left", active: false, round);
                await ToldAsync(patrol, drones, "link-lost", active: false, round);
            }

            await Wait.UntilAsync(() => drones.HasExited || patrol.Received("distress") >= round, s_limit, () => drones.Output);
            var killed = TimeProvider.System.GetUtcNow();
            await gateway.KillAsync();
            gateway = await StartAsync(patrol);
            away.Add((killed - TimeSpan.FromMilliseconds(500), TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(1)));
        }

        Assert.True(await drones.ExitAsync(s_limit) == 0, drones.Output);
        away.ForEach(span => patrol.ForgiveStates(span.From, span.To));
        var verdict = await patrol.Site.VerifyUntilDeliveredAsync(s_limit, "--most-telemetry", "1.2", "--distress-within", RunSize.Long ? "100" : "5000");
        output.WriteLine($"away {string.Join(", ", away.Skip(1).Select(span => $"{span.From:T} to {span.To:T}"))}\n{verdict.All}");

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

    private static Task<TimeSpan> ToldAsync(PatrolSite patrol, ChildProcess drones, string alarm, bool active, int times) =>
        Wait.UntilAsync(() => drones.HasExited || patrol.Told(alarm, active) >= times, s_limit, () => drones.Output);
}
