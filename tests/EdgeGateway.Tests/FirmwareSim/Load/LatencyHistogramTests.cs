using EdgeGateway.Sim.Load;

namespace EdgeGateway.Tests.FirmwareSim.Load;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Milliseconds_KnownShares_WithinThreePercent()
    {
        var histogram = new LatencyHistogram();
        for (int i = 1; i <= 10_000; i++)
        {
            histogram.Add(TimeSpan.FromMilliseconds(i * 0.1));
        }

        Assert.InRange(histogram.Milliseconds(0.5), 500, 516);
        Assert.InRange(histogram.Milliseconds(0.99), 990, 1022);
        Assert.Equal(10_000, histogram.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(1_000_000_007)]
    public void Milliseconds_One_IsNeverBelowAndAtMostThreePercentAbove(long micros)
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromMicroseconds(micros));
        Assert.InRange(histogram.Milliseconds(0.5) * 1000, micros, (micros * 1.033) + 0.001);
    }

    [Fact]
    public void Milliseconds_Nothing_IsZero() => Assert.Equal(0, new LatencyHistogram().Milliseconds(0.99));
}
