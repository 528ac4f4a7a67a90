using EdgeGateway.EndToEnd.Support;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Sim.Platform;
using EdgeGateway.Uplink.Forwarding;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Uplink;

[Collection(Alone.Name)]
public sealed class BackfillTests(ITestOutputHelper output)
{
    private const int Backlog = 30_000;
    private const int LiveRounds = 50;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(120);

    [Theory]
    [InlineData(5)]
    [InlineData(4)]
    public async Task Backlog_DrainedThroughMosquittoWhileAlarmsAndEventsCome_NothingIsLostAndEachStreamIsInOrder(int version)
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await using var rig = new UplinkRig(broker.Port);
        await rig.Store.RememberAsync($"uplink.version/127.0.0.1:{broker.Port}", $"{version}", default);
        await DrainAsync(rig, broker.Port);
    }

    [Fact]
    public async Task Backlog_DrainedThroughTheEndpoint_NothingIsLostAndEachStreamIsInOrder()
    {
        await using var platform = new PlatformEndpoint();
        await platform.StartAsync();
        await using var rig = new UplinkRig(platform.Port);
        await DrainAsync(rig, platform.Port);
    }

    [Fact]
    public async Task Pace_StopThenSlowThenRun_IsObeyedAndLiveReadingsGoOn()
    {
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLatency);
        await using var rig = new UplinkRig(broker.Port);
        await rig.AppendAsync(Backlog);
        await rig.Pace.SetAsync(BackfillSpeed.Stop, 0, null, default);
        await rig.SubscribeAsync(broker.Port);
        rig.Start();
        await Wait.UntilAsync(() => broker.Output is not null && rig.Store.Recall("uplink.connection") is not null, s_limit, () => "no connection");
        await AppendUntilLiveAsync(rig);
        Assert.DoesNotContain(rig.Arrivals, static arrival => arrival.IsBatch);
        await rig.Pace.SetAsync(BackfillSpeed.Slow, 1_000, null, default);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await Wait.UntilAsync(() => rig.Arrivals.Count(static arrival => arrival.IsBatch) >= 2_500, s_limit, () => $"{rig.Arrivals.Count} arrived");
        Assert.True(watch.Elapsed > TimeSpan.FromSeconds(1), $"2,500 readings in {watch.Elapsed} at 1,000 a second");
        await rig.Pace.SetAsync(BackfillSpeed.Run, 0, null, default);
        await Wait.UntilAsync(() => rig.Waiting == 0, s_limit, () => $"{rig.Waiting} wait");
    }

    private async Task DrainAsync(UplinkRig rig, int port)
    {
        await rig.AppendAsync(Backlog);
        await rig.SubscribeAsync(port);
        rig.Start();
        for (int round = 0; round < LiveRounds; round++)
        {
            await rig.AppendAsync(2, Lane.Event, "live");
            await rig.AppendAsync(1, Lane.Alarm, "door");
            await Task.Delay(10);
        }

        const int All = Backlog + (3 * LiveRounds);
        await Wait.UntilAsync(() => rig.Waiting == 0 && rig.Arrivals.Count >= All, s_limit, () => $"{rig.Waiting} wait, {rig.Store.Status().Parked} are parked, {rig.Arrivals.Count} arrived, missing {string.Join(' ', Enumerable.Range(1, All).Select(n => (long)n).Except(rig.Arrivals.Select(static arrival => arrival.Seq)).Take(200))}, links {string.Join("; ", rig.Links)}");
        var arrivals = rig.Arrivals.ToList();
        Print("live", arrivals);
        Print("door", arrivals);
        Assert.Equal(Enumerable.Range(1, All).Select(n => (long)n), arrivals.Select(arrival => arrival.Seq).Distinct().Order());
        Assert.Equal(Backlog, arrivals.Count(arrival => arrival is { Device: "cam-1", IsBatch: true }));
        foreach (var stream in arrivals.GroupBy(arrival => (arrival.Device, arrival.IsBatch)))
        {
            Assert.Equal(stream.Select(arrival => arrival.Seq).Order(), stream.Select(arrival => arrival.Seq));
        }
    }

    /// <summary>What comes in the instant of the connect may still belong to the backlog.</summary>
    private static async Task AppendUntilLiveAsync(UplinkRig rig)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!rig.Arrivals.Any(static arrival => arrival.Device == "live"))
        {
            Assert.True(watch.Elapsed < s_limit, "no live reading arrives while the backfill is stopped");
            await rig.AppendAsync(1, Lane.Event, "live");
            await Task.Delay(20);
        }
    }

    private void Print(string device, List<Arrival> arrivals)
    {
        var sorted = arrivals.Where(arrival => arrival.Device == device).Select(arrival => arrival.Latency.TotalMilliseconds).Order().ToList();
        output.WriteLine($"{device}: p50 {sorted[sorted.Count / 2]:0.0} ms, highest {sorted[^1]:0.0} ms of {sorted.Count}, {arrivals.Count(arrival => arrival.Device == device && arrival.IsBatch)} of them in batches");
    }
}
