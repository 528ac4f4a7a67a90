using System.Globalization;
using System.Text.RegularExpressions;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Parcels;

/// <summary>Parcels in a hurry: scanners, bar code readers and controllers against the whole gateway, which is killed, while the broker goes away.</summary>
[Collection(Alone.Name)]
public sealed class ParcelRushTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(RunSize.Long ? 180 : 40);

    private static int Lines => RunSize.Long ? 4 : 1;

    private static int More => RunSize.Long ? 6_000 : 80;

    [Fact]
    public async Task ParcelRush_GatewayKilledAndBrokerAway_EveryParcelIsOneRecordWithOneEnd()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency with { Persistence = true });
        await using var rush = new RushSite(broker.Port, Lines);
        var watch = rush.Site.StartWatch(broker.Port);
        string scenario = RunSize.Long ? Path.Combine(Binaries.Root, "firmware-sim/Scenarios/parcel-rush.json") : rush.ShortScenario();
        await using var line = rush.StartRush(scenario, seconds: 3600);
        var gateway = await StartAsync(rush);
        var ready = TimeProvider.System.GetUtcNow();
        await using var alarms = broker.Subscribe("-q", "1", "-i", "alarm-times", "-c", "-t", "edge/v1/+/+/+/up/alarm/#", "-F", "%U %p");
        await ToldAsync(rush, line, 60);

        var killed = TimeProvider.System.GetUtcNow();
        await gateway.KillAsync();
        gateway = await StartAsync(rush);
        var back = TimeProvider.System.GetUtcNow();
        await ToldAsync(rush, line, More);
        var away = TimeProvider.System.GetUtcNow();
        await broker.StopAsync();
        await ToldAsync(rush, line, 20);
        await broker.StartAgainAsync();
        await ToldAsync(rush, line, 20);

        Assert.True(await line.StopAsync(TimeSpan.FromSeconds(60)) == 0, line.Output);
        var stopped = TimeProvider.System.GetUtcNow();
        rush.ForgiveStreams(DateTimeOffset.MinValue, ready + TimeSpan.FromSeconds(3));
        rush.ForgiveStreams(killed - TimeSpan.FromSeconds(1), back + TimeSpan.FromSeconds(3));
        rush.ForgiveStreams(stopped - TimeSpan.FromSeconds(1), stopped);
        var verdict = await rush.Site.VerifyUntilDeliveredAsync(s_limit);
        var times = AlarmTimes.Of(alarms, received => (received > ready && received < killed - TimeSpan.FromSeconds(1)) || (received > back + TimeSpan.FromSeconds(2) && received < away));
        output.WriteLine($"killed {killed:O} back {back:O} broker away {away:O} stopped {stopped:O}\n{verdict.All}");
        Assert.NotEmpty(times);
        output.WriteLine($"{times.Count} alarms, from the gateway's having them to the subscriber: p50 {AlarmTimes.At(times, 0.5):0.0} ms, p99 {AlarmTimes.At(times, 0.99):0.0} ms");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}\n{watch.Output}");
        Assert.Contains(" lost 0 altered 0 ", verdict.Line, StringComparison.Ordinal);
        Assert.Contains(" misjoined 0 ", verdict.All, StringComparison.Ordinal);
        var counts = Regex.Match(verdict.All, "parcels ([0-9]+) records [0-9]+ misjoined [0-9]+ apart ([0-9]+)");
        Assert.True(Count(counts, 2) * 10 <= Count(counts, 1), $"what belongs together is not joined: {verdict.All}");
    }

    private static int Count(Match counts, int group) => int.Parse(counts.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static async Task<ChildProcess> StartAsync(RushSite rush)
    {
        var gateway = rush.Site.StartGateway();
        await Wait.UntilAsync(() => gateway.HasExited || gateway.Output.Contains(": connected", StringComparison.Ordinal), s_limit, () => gateway.Output);
        Assert.False(gateway.HasExited, gateway.Output);
        return gateway;
    }

    private static Task<TimeSpan> ToldAsync(RushSite rush, ChildProcess line, int more)
    {
        int told = rush.Site.TruthLines;
        return Wait.UntilAsync(() => rush.Site.TruthLines > told + more, RunSize.Long ? TimeSpan.FromMinutes(30) : s_limit, () => line.Output);
    }
}
