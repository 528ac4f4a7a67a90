using EdgeGateway.EndToEnd.Support;
using Xunit.Abstractions;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>
/// The disk says no in the middle of the work. The readings concerned are refused, nothing is acknowledged that is not
/// safe, work goes on when the disk does, and after a kill everything acknowledged is there. What was refused and is
/// offered again is there too, with its picture, whatever became of the first attempt.
/// </summary>
public sealed class DiskFaultTests(ITestOutputHelper output)
{
    private const int Refusals = 30;

    [Fact]
    public async Task DiskRefusesAMoment_ReadingsAreRefusedAndTakenAgain_NothingAcknowledgedIsLost()
    {
        int refusals = 0;
        int rows = 0;
        DiskFault[] faults = [.. DiskFaults.Passing];
        foreach (DiskFault fault in faults)
        {
            using ScratchFolder scratch = await WithStoreAsync();
            await using StracedChild child = StracedChild.Start(new StoreRun(scratch.Store, "a", 12), scratch.Under("log"), fault.Options(scratch.Store));
            await Wait.UntilAsync(() => child.Said.Acknowledged.Count >= 100 && Injected(child) || child.HasExited, TimeSpan.FromSeconds(60), () => $"{fault}\n{child.Output}");
            await child.KillAsync();
            Said said = child.Said;
            Assert.True(Injected(child), $"{fault} never struck");
            Assert.True(said.Acknowledged.Count >= 100, $"{fault}\n{child.Output}");
            rows += await VerifyAsync(scratch, said, fault);
            refusals += said.Refusals;
        }

        Note(faults, $"faults that pass: {refusals} refusals, {rows} rows compared");
        Assert.True(refusals > faults.Length, $"only {refusals} refusals");
    }

    [Fact]
    public async Task DiskRefusesForGood_AndTheProcessDies_NothingAcknowledgedIsLostAndRepeatsAreKept()
    {
        int refusals = 0;
        int rows = 0;
        DiskFault[] faults = [.. DiskFaults.Lasting];
        foreach (DiskFault fault in faults)
        {
            using ScratchFolder scratch = await WithStoreAsync();
            await using StracedChild child = StracedChild.Start(new StoreRun(scratch.Store, "a", 1000), scratch.Under("log"), fault.Options(scratch.Store));
            await Wait.UntilAsync(() => child.Said.Refusals >= Refusals || child.HasExited, TimeSpan.FromSeconds(60), () => $"{fault}\n{child.Output}");
            Assert.False(child.HasExited, $"{fault}\n{child.Output}");
            await child.KillAsync();
            rows += await VerifyAsync(scratch, child.Said, fault);
            refusals += child.Said.Refusals;
        }

        Note(faults, $"faults for good: {refusals} refusals, {rows} rows compared");
    }

    private void Note(DiskFault[] faults, string figures)
    {
        output.WriteLine($"{faults.Length} {figures}");
        CrashFigures.DiskFaults(faults.Length, figures);
    }

    private static async Task<int> VerifyAsync(ScratchFolder scratch, Said said, DiskFault fault)
    {
        try
        {
            return await CrashedStore.VerifyAsync(scratch.Store, said, everyFile: true);
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{fault}: {e.Message}", e);
        }
    }

    /// <remarks>Made beforehand: then no call of the opening is counted, and every fault meets a reading.</remarks>
    private static async Task<ScratchFolder> WithStoreAsync()
    {
        ScratchFolder scratch = ScratchFolder.OnDisk();
        await CrashedStore.Open(scratch.Store).DisposeAsync();
        return scratch;
    }

    private static bool Injected(StracedChild child) =>
        File.Exists(child.Log) && File.ReadAllText(child.Log).Contains("(INJECTED)", StringComparison.Ordinal);
}
