using System.Diagnostics;
using EdgeGateway.EndToEnd.Store;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Loss;

/// <summary>The promise itself: whatever a camera was told is safe arrives, whole and unaltered, however often the process dies.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>A start that hangs, on however busy a machine; how long one takes is printed, and measured by the bench.</summary>
    private static readonly TimeSpan s_startLimit = TimeSpan.FromSeconds(20);

    private static int Kills => RunSize.Long ? 300 : 25;

    [Fact]
    public async Task Kill9_AtRandomInstantsUnderLoadAndWithLinkCuts_NothingIsLostOrAltered()
    {
        var random = new Random(42);
        await using var broker = await MosquittoBroker.StartAsync(MosquittoOptions.ForLedger);
        await using var link = new CuttableProxy(broker.Port);
        await using var site = new TestSite(link.Port, cameras: 8);
        var watch = site.StartWatch(broker.Port);
        var gateway = site.StartGateway();
        await StartedAsync(site, gateway);
        var cameras = site.StartCameras(seconds: 3600);

        var starts = new List<TimeSpan>();
        for (int kill = 1; kill <= Kills; kill++)
        {
            await Task.Delay(random.Next(20, 2500));
            if (kill % 5 == 0)
            {
                link.Cut();
            }

            await gateway.KillAsync();
            gateway = site.StartGateway();
            starts.Add(await StartedAsync(site, gateway));
            if (kill % 5 == 2)
            {
                link.Mend();
            }
        }

        link.Mend();
        await cameras.StopAsync(TimeSpan.FromSeconds(60));
        var verdict = await site.VerifyUntilDeliveredAsync(TimeSpan.FromSeconds(RunSize.Long ? 240 : 90), "--only-acknowledged");
        string figures = $"slowest start {starts.Max().TotalMilliseconds:0} ms, median {starts.Order().ElementAt(starts.Count / 2).TotalMilliseconds:0} ms; {verdict.Line}";
        output.WriteLine($"{Kills} kills; {figures}");
        CrashFigures.KillPoints(Kills, $"random instants of the whole gateway, {figures}");
        Assert.True(verdict.Code == 0, $"{verdict.All}\n{gateway.Output}");
        Assert.True(site.TruthLines > Kills, "the cameras were answered too seldom for this test to mean anything");
        Assert.True(starts.Max() < s_startLimit, $"slowest start {starts.Max()}");
        Assert.False(watch.HasExited, watch.Output);
    }

    private static async Task<TimeSpan> StartedAsync(TestSite site, ChildProcess gateway)
    {
        var watch = Stopwatch.StartNew();
        await Wait.UntilAsync(() => gateway.HasExited || site.InboxAnswers(), TimeSpan.FromSeconds(15), () => gateway.Output);
        Assert.False(gateway.HasExited, gateway.Output);
        return watch.Elapsed;
    }
}
