using EdgeGateway.Telemetry;
using EdgeGateway.Telemetry.Clock;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Telemetry.Clock;

public sealed class ClockStepsTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Look_TimeOnlyPasses_IsNoStep()
    {
        var steps = new ClockSteps(_time);

        _time.Advance(TimeSpan.FromHours(30));

        Assert.Null(steps.Look());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-2)]
    public void Look_ClockWasSetByDays_SaysSoOnce(int days)
    {
        var steps = new ClockSteps(_time);

        _time.Advance(TimeSpan.FromSeconds(5));
        _time.JumpWallClock(TimeSpan.FromDays(days));

        Assert.Equal(TimeSpan.FromDays(days), steps.Look());
        Assert.Null(steps.Look());
    }

    [Fact]
    public void Now_ClockWasSet_CountsItAndUptimeGoesOn()
    {
        var faults = new FaultCounters();
        var judge = new KernelClockJudge(_time, faults);
        long? before = judge.Now().UptimeMs;

        _time.JumpWallClock(TimeSpan.FromDays(-2));
        _time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(before + 2000, judge.Now().UptimeMs);
        Assert.Equal(1, faults.All()["clock/stepped"]);
    }
}
