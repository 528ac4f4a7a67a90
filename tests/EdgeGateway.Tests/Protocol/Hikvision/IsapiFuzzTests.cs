using System.Diagnostics;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Hikvision;

/// <summary>Damaged bodies: nothing throws, nothing grows without bound, and the next good event is read.</summary>
public class IsapiFuzzTests
{
    /// <summary>Allocated on the average; the rest of the process, where other tests run, does not count.</summary>
    private const long MostBytesPerInput = 256 * 1024;

    [Fact]
    public void Read_DamagedBodies_NeverThrowsAndTheNextGoodEventIsRead()
    {
        var watch = Stopwatch.StartNew();
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = FuzzSize.Of(50_000);
        IsapiFuzz.Run(count, 20261122);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / count, 1, MostBytesPerInput);
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }
}
