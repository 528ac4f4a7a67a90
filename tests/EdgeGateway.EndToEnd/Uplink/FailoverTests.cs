using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Uplink;

public sealed class FailoverTests(ITestOutputHelper output)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task FirstBroker_KilledAndBack_TheSecondServesAndTheFirstIsReturnedTo()
    {
        await using var first = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var second = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var rig = new UplinkRig(first.Port, second.Port);
        await rig.SubscribeAsync(first.Port);
        await rig.SubscribeAsync(second.Port);
        rig.Start();
        await SendAsync(rig, first.Port);
        await Wait.UntilAsync(() => rig.Waiting == 0 && rig.Arrivals.Count >= rig.Store.Status().SeqHead, s_limit, () => $"{rig.Waiting} wait");
        await first.KillAsync();
        await SendAsync(rig, second.Port);
        await first.StartAgainAsync();
        await SendAsync(rig, first.Port);
        await Wait.UntilAsync(() => rig.Waiting == 0, s_limit, () => $"{rig.Waiting} wait");
        long[] seqs = [.. rig.Arrivals.Select(static arrival => arrival.Seq)];
        output.WriteLine($"{seqs.Length} arrivals of {seqs.Distinct().Count()} readings");
        Assert.Equal(rig.Store.Status().SeqHead, seqs.Distinct().Count());
        Assert.True(seqs.Length - seqs.Distinct().Count() <= 64, "more repeats than a window on the one switch that was not in order");
    }

    /// <summary>Sends until this broker's subscriber gets what was sent.</summary>
    private static async Task SendAsync(UplinkRig rig, int port)
    {
        int before = rig.Arrivals.Count(arrival => arrival.Broker == port);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (rig.Arrivals.Count(arrival => arrival.Broker == port) < before + 20)
        {
            Assert.True(watch.Elapsed < s_limit, $"nothing arrives through {port}");
            await rig.AppendAsync(5);
            await Task.Delay(50);
        }
    }
}
