using EdgeGateway.Drivers.HttpDevice;

namespace EdgeGateway.Tests.Drivers.HttpDevice;

public sealed class HeartbeatRhythmTests
{
    [Theory]
    [InlineData(0, 10, 30)]
    [InlineData(4, 10, 30)]
    [InlineData(5, 11, 33)]
    [InlineData(5, 1, 10)]
    [InlineData(9, 20, 60)]
    [InlineData(9, 100, 120)]
    public void Limit_AfterHeartbeats_IsThreeIntervalsWithinBounds(int heartbeats, int seconds, int limit)
    {
        var rhythm = new HeartbeatRhythm(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));

        for (int i = 0; i < heartbeats; i++)
        {
            rhythm.Heard(TimeSpan.FromSeconds(i * seconds));
        }

        Assert.Equal(TimeSpan.FromSeconds(limit), rhythm.Limit);
    }

    [Fact]
    public void Limit_RhythmChanges_FollowsTheRecentIntervals()
    {
        var rhythm = new HeartbeatRhythm(TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(10));
        var now = TimeSpan.Zero;
        foreach (int seconds in (int[])[20, 20, 20, 20, 12, 12, 12, 12])
        {
            now += TimeSpan.FromSeconds(seconds);
            rhythm.Heard(now);
        }

        rhythm.Heard(now + TimeSpan.FromSeconds(12));

        Assert.Equal(TimeSpan.FromSeconds(36), rhythm.Limit);
    }
}
