using EdgeGateway.Drivers.Transport;
using EdgeGateway.Sim.Storm;

namespace EdgeGateway.Tests.FirmwareSim.Storm;

/// <summary>Two implementations of one rule: what a storm shows of the one is true of the other only if they wait alike.</summary>
public sealed class StormBackoffTests
{
    private const int Samples = 4000;
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_most = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(40)]
    [InlineData(100_000)]
    public void Wait_AgainstTheGatewaysOwn_IsOfTheSameDistribution(int failures)
    {
        // Two-sample Kolmogorov-Smirnov; 1.63 is its bound at 1 %, and the seeds are fixed.
        Assert.InRange(Distance(Own(failures, new Random(1)), Gateways(failures, new Random(2))), 0, 1.63 * Math.Sqrt(2.0 / Samples));
    }

    [Fact]
    public void Wait_OneDoublingApart_IsToldApart() =>
        Assert.True(Distance(Own(3, new Random(1)), Gateways(2, new Random(2))) > 1.63 * Math.Sqrt(2.0 / Samples));

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(0, 9, 1)]
    [InlineData(0.5, 1, 1.5)]
    [InlineData(0.5, 3, 4.5)]
    [InlineData(0.5, 7, 60.5)]
    [InlineData(0.5, int.MaxValue, 60.5)]
    public void Wait_GivenChance_IsBetweenTheShortestAndTheDoubledOne(double unit, int failures, double seconds) =>
        Assert.Equal(seconds, StormBackoff.Wait(unit, s_least, s_most, failures).TotalSeconds, 6);

    private static double[] Own(int failures, Random random) =>
        [.. Enumerable.Range(0, Samples).Select(_ => StormBackoff.Wait(random.NextDouble(), s_least, s_most, failures).TotalSeconds).Order()];

    private static double[] Gateways(int failures, Random random) =>
        [.. Enumerable.Range(0, Samples).Select(_ => new FullJitterBackoff(random, s_least, s_most, failures - 1).Next().TotalSeconds).Order()];

    private static double Distance(double[] a, double[] b)
    {
        double distance = 0;
        for ((int i, int j) = (0, 0); i < a.Length && j < b.Length;)
        {
            _ = a[i] <= b[j] ? i++ : j++;
            distance = Math.Max(distance, Math.Abs(((double)i / a.Length) - ((double)j / b.Length)));
        }

        return distance;
    }
}
