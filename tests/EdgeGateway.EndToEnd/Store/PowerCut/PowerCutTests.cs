using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Store.PowerCut;

/// <summary>
/// The mains fail. A store child is recorded, call by call, and for many instants of the recording the disk is made up as
/// it may be found afterwards: without anything that was not synced, or with any part of it. The store must open on it
/// by itself and hold every reading that was acknowledged before the instant, with its picture.
/// </summary>
public sealed class PowerCutTests(ITestOutputHelper output)
{
    [Fact]
    public Task Cut_WhileAppendingAndStartingAgain_LosesNothingThatWasAcknowledged() =>
        CutAsync("three runs", RunSize.Long ? 2000 : 100, async recorder =>
        {
            await recorder.RunAsync("a", 3);
            await recorder.RunAndKillAsync("b", 40);
            await recorder.RunAsync("c", 4);
        });

    /// <remarks>The second run offers the same readings again and is told that they are known: then they must be safe.</remarks>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public Task Cut_AfterAKillBeforeASync_LosesNothingThatIsCalledKnown(int sync) =>
        CutAsync($"killed before sync {sync}", RunSize.Long ? 200 : 40, async recorder =>
        {
            await recorder.RunAsync("a", 1);
            await recorder.RunAndKillBeforeSyncAsync("b", sync);
            await recorder.RunAsync("b", 1);
        });

    [Fact]
    public Task Cut_AfterSyncsThatFailed_LosesNothingThatWasAcknowledged() =>
        CutAsync("failed syncs", RunSize.Long ? 1000 : 50, async recorder =>
        {
            await recorder.RunAsync("a", 1);
            // Every eleventh: no attempt makes eleven syncs, so that no reading meets the fault each time it is tried.
            await recorder.RunAsync("b", 6, "-e", "inject=fsync:error=EIO:when=4+11");
            await recorder.RunAsync("c", 1);
        });

    [Fact]
    public Task Cut_WhileTheLogIsFoldedBack_LosesNothingThatWasAcknowledged() =>
        CutAsync("log folded back", RunSize.Long ? 100 : 10, recorder => recorder.RunAsync("a", 200));

    private async Task CutAsync(string what, int cuts, Func<Recorder, Task> record)
    {
        using ScratchFolder scratch = ScratchFolder.OnDisk();
        var recorder = new Recorder(scratch);
        await record(recorder);
        var figures = await new PowerCuts(scratch.Path, recorder.Logs).TryAsync(cuts);
        output.WriteLine($"{what}: {figures}");
        CrashFigures.PowerCuts(figures.Cuts, $"{what}: {figures}");
        Assert.True(figures.Cuts >= cuts, $"only {figures.Cuts} cuts");
    }
}
