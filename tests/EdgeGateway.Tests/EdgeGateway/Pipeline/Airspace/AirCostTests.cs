using System.Diagnostics;
using EdgeGateway.Drivers.Abstractions.Airspace;
using EdgeGateway.Protocol.Geo;
using EdgeGateway.Tests.Support;
using Xunit.Abstractions;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Airspace;

public sealed class AirCostTests(ITestOutputHelper output)
{
    private static readonly int s_facts = FuzzSize.Of(20_000);

    /// <summary>Six vehicles at 50 facts a second, hour after hour, must leave nothing behind for the collector.</summary>
    [Fact]
    public void See_FactsOfWhichNothingComes_CostNoMemory()
    {
        var site = new AirSite();
        VehicleFacts[] facts = [.. Enumerable.Range(0, 600).Select(index => Fact(site, index))];
        See(site, facts, s_facts);

        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        See(site, facts, s_facts);
        double nanoseconds = watch.Elapsed.TotalNanoseconds / s_facts;
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        output.WriteLine($"{nanoseconds:N0} ns and {(double)bytes / s_facts:0.00} bytes a fact");
        Assert.Empty(site.Told);
        Assert.InRange(bytes, 0, s_facts / 10);
    }

    private static void See(AirSite site, VehicleFacts[] facts, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Assert.True(site.Watch.SeeAsync(facts[i % facts.Length], site.Disk, default).IsCompletedSuccessfully);
        }
    }

    /// <summary>Four places, one battery, one heartbeat, round and round the harbour.</summary>
    private static VehicleFacts Fact(AirSite site, int index)
    {
        var fact = new VehicleFacts(AirSite.Link, $"drone-{index % 6}", site.Time.GetUtcNow(), "HEARTBEAT");
        return (index / 6 % 6) switch
        {
            0 => fact with { Online = true, Airborne = true, Distress = false },
            1 => fact with { BatteryPercent = 80 },
            _ => fact with { Position = Geodesic.Destination(AirSite.Middle, index * 0.6, 20).ToPosition("device"), HeightM = 50, SpeedMps = 8 },
        };
    }
}
