using EdgeGateway.Pipeline.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class BeltMatchTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(0.6, 1)]
    [InlineData(1.4, 1)]
    [InlineData(3.0, -1)]
    public void Pair_One_TakesTheNearestFreeOneWithinTheTolerance(double at, int expected) =>
        Assert.Equal([expected], Pair([Place(0), Place(1), Place(1.5)], 1.2, [at], free: place => place != 2));

    [Fact]
    public void Pair_NearestOfTheFirstIsTheSeconds_PlacesBothInOrder() => Assert.Equal([0, 1], Pair([Place(0), Place(0.5)], 1.5, [0.4, 0.6]));

    [Fact]
    public void Pair_OneTooMany_LeavesOverWhatIsFurthestOff() => Assert.Equal([0, -1, 1], Pair([Place(0), Place(2)], 1.5, [0.1, 1.2, 2.1]));

    [Fact]
    public void Pair_AnotherStatementOfTheDeviceWasPlacedBefore_DoesNotPassIt()
    {
        BeltPlace[] places = [Place(0), Place(1, told: 0.9), Place(2)];

        Assert.Equal([0], Pair(places, 2, [0.8], free: place => place != 1));
        Assert.Equal([2], Pair(places, 2, [1.05], free: place => place != 1));
    }

    [Fact]
    public void Pair_LateStatements_AreShiftedTogetherAndNotOneByOne() =>
        Assert.Equal([0, 1, 2], Pair([Place(0), Place(1), Place(2)], 1.5, [0.6, 1.6, 2.6]));

    private static int[] Pair(BeltPlace[] places, double tolerance, double[] asks, Func<int, bool>? free = null) =>
        BeltMatch.Pair(places, [.. asks.Select(At)], TimeSpan.FromSeconds(tolerance), (_, place) => free?.Invoke(place) ?? true);

    [Theory]
    [InlineData(0.0, 0.0, true)]
    [InlineData(-0.5, 0.0, false)]
    [InlineData(-0.5, 0.5, true)]
    [InlineData(0.5, 0.5, true)]
    public void IsSettled_OnlyWhenNoParcelToComeCanBeNearer(double chosen, double newest, bool expected) =>
        Assert.Equal(expected, BeltMatch.IsSettled(At(0), At(chosen), At(newest)));

    private static DateTimeOffset At(double seconds) => s_start.AddSeconds(seconds);

    private static BeltPlace Place(double seconds, double? told = null) => new(At(seconds), told is { } at ? At(at) : null);
}
