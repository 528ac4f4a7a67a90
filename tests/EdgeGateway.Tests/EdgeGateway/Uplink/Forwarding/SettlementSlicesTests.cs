using EdgeGateway.Store;
using EdgeGateway.Uplink.Forwarding;

namespace EdgeGateway.Tests.EdgeGateway.Uplink.Forwarding;

public sealed class SettlementSlicesTests
{
    [Fact]
    public void Of_LargeRangeAmongSmallOnes_KeepsEveryPositionOnceAndNoSliceIsLarge()
    {
        Settlement[] settlements = [new(7), new(9, "too large"), new(20, 5_000), new(6_000, 6_000)];

        var slices = SettlementSlices.Of(settlements).ToList();

        Assert.All(slices, static slice => Assert.InRange(slice.Sum(static one => one.Last - one.Position + 1), 1, SettlementSlices.Most));
        Assert.Equal(Positions(settlements), Positions(slices.SelectMany(static slice => slice)));
        Assert.Equal([9L], slices.SelectMany(static slice => slice).Where(static one => one.Parked == "too large").Select(static one => one.Position));
        Assert.Equal(5, slices.Count);
    }

    [Fact]
    public void Of_Nothing_IsNothing() => Assert.Empty(SettlementSlices.Of([]));

    private static IEnumerable<long> Positions(IEnumerable<Settlement> settlements) =>
        settlements.SelectMany(static one => Enumerable.Range(0, (int)(one.Last - one.Position + 1)).Select(offset => one.Position + offset));
}
