using System.Diagnostics;

namespace EdgeGateway.Tests.Protocol.Hikvision;

/// <summary>Damaged bodies: nothing throws, nothing grows without bound, and the next good event is read.</summary>
public class IsapiFuzzTests
{
    [Fact]
    public void Read_FiftyThousandDamagedBodies_NeverThrows()
    {
        var watch = Stopwatch.StartNew();
        long before = GC.GetTotalMemory(true);
        IsapiFuzz.Run(50_000, 20261122);
        Assert.True(GC.GetTotalMemory(true) - before < 32 * 1024 * 1024);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"took {watch.Elapsed}");
    }
}
