using EdgeGateway.Pipeline.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class BeltCountTests
{
    private const int None = -1;

    [Fact]
    public void Place_AsManyScansAsNumbersBetween_AreOneEach() =>
        Assert.Equal([None, 4, 5, None], Sure(new(50, 3), new(51, None), new(52, None), new(53, 6)));

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    public void Place_AScanTooFewOrTooMany_IsSureOfNone(int behind)
    {
        BeltNumber[] told = [new(50, 3), new(51, None), new(52, None), new(53, behind)];

        Assert.All(Sure(told), static place => Assert.Equal(None, place));
        Assert.Equal((4, behind - 2), (BeltCount.Place(told)[1].Before, BeltCount.Place(told)[1].Behind));
    }

    [Fact]
    public void Place_KnownOnOneSideOnly_IsNotSure()
    {
        var placed = BeltCount.Place([new(49, None), new(50, 3), new(51, None)]);

        Assert.DoesNotContain(placed, static one => one.IsSure);
        Assert.Equal([2, None, 4], placed.Select(static one => one.OneSided));
    }

    [Fact]
    public void Place_CounterBeganAnewBetween_LooksNotAcrossIt()
    {
        var placed = BeltCount.Place([new(50, 3), new(51, None), new(2, None), new(3, 6)]);

        Assert.Equal([None, 4, 5, None], placed.Select(static one => one.OneSided));
    }

    [Fact]
    public void Place_EachStretch_IsJudgedByItself() =>
        Assert.Equal([None, None, None, 6, None], Sure(new(1, 2), new(2, None), new(3, 5), new(4, None), new(5, 7)));

    [Fact]
    public void Place_NumbersThatWereNeverTold_CountAll() =>
        Assert.Equal([None, 5, None], Sure(new(10, 1), new(14, None), new(16, 7)));

    [Fact]
    public void Place_CounterJumpsByMoreThanAPlaceHolds_PointsNowhereNear() =>
        Assert.Equal(int.MaxValue, BeltCount.Place([new(1, 0), new(1L << 32, None)])[1].Before);

    [Fact]
    public void Allows_NothingIsKnown_EveryPlace_ElseOnlyThoseOfItsNeighbours()
    {
        Assert.True(BeltPlacing.Nowhere.Allows(7));
        Assert.Equal([false, true, true, false], new[] { 3, 4, 6, 7 }.Select(new BeltPlacing(4, 6).Allows));
    }

    private static int[] Sure(params BeltNumber[] told) => [.. BeltCount.Place(told).Select(static one => one.IsSure ? one.Before : None)];
}
