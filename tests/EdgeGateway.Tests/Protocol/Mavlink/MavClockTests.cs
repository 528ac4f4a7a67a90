using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Tests.Protocol.Mavlink;

public sealed class MavClockTests
{
    private const ulong Noon2026 = 1_767_225_600_000_000;
    private static readonly DateTimeOffset s_noon = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    [Fact]
    public void See_TimeTold_TellsWhatMillisecondsMean()
    {
        var clock = new MavClock();
        Assert.Null(clock.At(5));
        Assert.False(clock.See(new SystemTime(Noon2026, 60_000)));

        Assert.Equal(s_noon.AddSeconds(-60), clock.Started);
        Assert.Equal(s_noon.AddSeconds(1), clock.At(61_000));
        Assert.Equal(s_noon.AddSeconds(1), clock.AtMicroseconds(61_000_000));
        Assert.Equal(s_noon, clock.AtMicroseconds(Noon2026));
    }

    [Theory]
    [InlineData(60_000u, 61_000u, false)]
    [InlineData(60_000u, 60_000u, false)]
    [InlineData(60_000u, 59_000u, false)]
    [InlineData(60_000u, 58_999u, true)]
    [InlineData(60_000u, 100u, true)]
    [InlineData(4_294_967_000u, 700u, false)]
    public void See_MillisecondsGoBack_IsANewStart(uint before, uint after, bool restarted)
    {
        var clock = new MavClock();
        clock.See(new SystemTime(0, before));

        Assert.Equal(restarted, clock.See(new SystemTime(0, after)));
    }

    [Fact]
    public void See_NewStartWithoutTime_ForgetsTheOld()
    {
        var clock = new MavClock();
        clock.See(new SystemTime(Noon2026, 60_000));
        clock.See(new SystemTime(0, 61_000));
        Assert.NotNull(clock.Started);
        clock.See(new SystemTime(0, 100));

        Assert.Null(clock.Started);
    }

    [Theory]
    [InlineData(0ul)]
    [InlineData(123_456ul)]
    [InlineData(ulong.MaxValue)]
    public void Moment_NumberThatIsNone_IsNull(ulong microseconds) => Assert.Null(MavClock.Moment(microseconds));
}
