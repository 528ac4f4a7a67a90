using System.Diagnostics;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Dahua;

/// <summary>Damaged bytes: nothing throws, nothing grows without bound, and the next good event is read.</summary>
public class DahuaFuzzTests
{
    [Fact]
    public void Read_DamagedBytes_NeverThrowsAndTheNextGoodEventIsRead()
    {
        var watch = Stopwatch.StartNew();
        long before = GC.GetTotalMemory(true);
        int count = FuzzSize.Of(20_000);
        DahuaFuzz.Run(count, 20261122);
        Assert.True(GC.GetTotalMemory(true) - before < 32 * 1024 * 1024);
        Assert.True(watch.Elapsed < FuzzSize.Patience(count), $"took {watch.Elapsed}");
    }
}
