using EdgeGateway.Pipeline.Parcels;

namespace EdgeGateway.Tests.EdgeGateway.Pipeline.Parcels;

public sealed class BeltMatchTests
{
    private static readonly DateTimeOffset s_start = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0.4, 0)]
    [InlineData(0.6, 1)]
    [InlineData(3.0, -1)]
    public void Nearest_FreePlaces_TakesTheNearestWithinTheTolerance(double at, int expected)
    {
        BeltPlace[] places = [Place(0), Place(1), Place(1.5, free: false)];

        Assert.Equal(expected, BeltMatch.Nearest(places, At(at), TimeSpan.FromSeconds(1.2)));
    }

    [Fact]
    public void Nearest_LaterStatementOfTheDeviceBelongsFurtherBack_DoesNotPassIt()
    {
        BeltPlace[] places = [Place(0), Place(1, told: 0.9), Place(2)];

        Assert.Equal(0, BeltMatch.Nearest(places, At(0.8), TimeSpan.FromSeconds(2)));
        Assert.Equal(2, BeltMatch.Nearest(places, At(1.05), TimeSpan.FromSeconds(2)));
    }

    [Theory]
    [InlineData(0.0, 0.0, true)]
    [InlineData(-0.5, 0.0, false)]
    [InlineData(-0.5, 0.5, true)]
    [InlineData(0.5, 0.5, true)]
    public void IsSettled_OnlyWhenNoParcelToComeCanBeNearer(double chosen, double newest, bool expected) =>
        Assert.Equal(expected, BeltMatch.IsSettled(At(0), At(chosen), At(newest)));

    private static DateTimeOffset At(double seconds) => s_start.AddSeconds(seconds);

    private static BeltPlace Place(double seconds, bool free = true, double? told = null) => new(At(seconds), free && told is null, told is { } at ? At(at) : null);
}
