using EdgeGateway.Pipeline.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class BeltCountTests
{
    private const int None = -1;

    [Fact]
    public void Pair_AsManyScansAsNumbersBetween_AreOneEach() =>
        Assert.Equal([None, 4, 5, None], BeltCount.Pair([new(50, 3), new(51, None), new(52, None), new(53, 6)]));

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void Pair_AScanTooFewOrTooMany_LeavesAllByThemselves(int behind) =>
        Assert.Equal([None, None, None, None], BeltCount.Pair([new(50, 3), new(51, None), new(52, None), new(53, behind)]));

    [Fact]
    public void Pair_KnownOnOneSideOnly_Waits() =>
        Assert.Equal([None, None, None], BeltCount.Pair([new(49, None), new(50, 3), new(51, None)]));

    [Fact]
    public void Pair_CounterBeganAnewBetween_TellsNothing() =>
        Assert.Equal([None, None, None, None], BeltCount.Pair([new(50, 3), new(51, None), new(2, None), new(52, 5)]));

    [Fact]
    public void Pair_EachStretch_IsJudgedByItself() =>
        Assert.Equal([None, None, None, 6, None], BeltCount.Pair([new(1, 2), new(2, None), new(3, 5), new(4, None), new(5, 7)]));

    [Fact]
    public void Pair_NumbersThatWereNeverTold_CountAll() =>
        Assert.Equal([None, 5, None], BeltCount.Pair([new(10, 1), new(14, None), new(16, 7)]));
}
