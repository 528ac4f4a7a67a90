using System.Diagnostics;
using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>Kill -9 where it hurts: before and after chosen system calls on the store's files, from making the store to closing it.</summary>
public sealed class KillPointTests(ITestOutputHelper output)
{
    private const int PointsPerStore = 8;

    [Fact]
    public async Task Kill_AtChosenCalls_LosesNothingThatWasAcknowledged()
    {
        var watch = Stopwatch.StartNew();
        int reached = 0;
        long rows = 0;
        foreach (KillPoint[] points in KillPoints.All.Chunk(PointsPerStore))
        {
            using ScratchFolder scratch = ScratchFolder.OnDisk();
            var acknowledged = new Dictionary<long, string>();
            foreach ((int index, KillPoint point) in points.Index())
            {
                reached += await KillAsync(scratch, point, $"p{index}", acknowledged) ? 1 : 0;
                rows += await VerifyAsync(scratch, point, acknowledged);
            }
        }

        string figures = FormattableString.Invariant($"{reached} of {KillPoints.All.Count} chosen calls, {rows} rows compared, {watch.Elapsed.TotalSeconds:0} s");
        output.WriteLine(figures);
        CrashFigures.KillPoints(reached, figures);
        Assert.True(reached > KillPoints.All.Count * 3 / 4, figures);
    }

    /// <returns>False when the child was done before it came to the point.</returns>
    private static async Task<bool> KillAsync(ScratchFolder scratch, KillPoint point, string seed, Dictionary<long, string> acknowledged)
    {
        string log = scratch.Under($"log-{seed}");
        await using StracedChild child = StracedChild.Start(new StoreRun(scratch.Store, seed, point.Readings), log, point.Options(scratch.Store));
        await Wait.UntilAsync(() => child.HasExited || point.Reached(log), TimeSpan.FromSeconds(60), () => $"{point}\n{child.Output}");
        bool reached = !child.HasExited;
        await child.KillAsync();
        Assert.True(reached || child.ExitCode == 0, $"{point}\n{child.Output}");
        foreach ((long seq, string text) in child.Said.Acknowledged)
        {
            Assert.True(acknowledged.TryAdd(seq, text), $"{point}: number {seq} was given twice");
        }

        return reached;
    }

    private static async Task<int> VerifyAsync(ScratchFolder scratch, KillPoint point, Dictionary<long, string> acknowledged)
    {
        try
        {
            return await CrashedStore.VerifyAsync(scratch.Store, acknowledged, everyFile: true);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{point}: {e.Message}", e);
        }
    }
}
