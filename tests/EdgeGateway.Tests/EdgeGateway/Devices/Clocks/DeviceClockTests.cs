using EdgeGateway.Devices;
using EdgeGateway.Devices.Clocks;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.EdgeGateway.Devices.Clocks;

/// <summary>plate-camera.md section 8, time service: the minimum of receipt minus capture over a window, and what the device answers.</summary>
public sealed class DeviceClockTests
{
    private static readonly DeviceLimits s_limits = new();

    private readonly FakeTimeProvider _time = new();
    private readonly DeviceClock _clock;

    public DeviceClockTests() => _clock = new DeviceClock(s_limits, _time);

    [Fact]
    public void Estimate_LateReadings_IsTheQuickestOfThem()
    {
        Assert.Null(_clock.Estimate);
        foreach (int late in new[] { 1900, 340, 120, 800 })
        {
            Take(-late);
        }

        Assert.Equal(new ClockEstimate(TimeSpan.FromMilliseconds(-120), TimeSpan.Zero, false, 4), _clock.Estimate);
    }

    [Fact]
    public void Estimate_AfterTheWindow_ForgetsOldReadings()
    {
        Take(4000);
        _time.Advance(s_limits.ClockWindow);
        for (int i = 0; i < 5; i++)
        {
            Take(-150);
        }

        Assert.Equal((-150.0, 5), (_clock.Estimate!.Value.Offset.TotalMilliseconds, _clock.Estimate.Value.Evidence));
    }

    [Fact]
    public void Estimate_QuietRoad_TakesTheLastFiveOfSixHours()
    {
        for (int i = 0; i < 7; i++)
        {
            Take(i < 2 ? 9000 : -1500 + (i * 10));
            _time.Advance(TimeSpan.FromMinutes(40));
        }

        Assert.Equal((-1440.0, 5), (_clock.Estimate!.Value.Offset.TotalMilliseconds, _clock.Estimate.Value.Evidence));
        _clock.Judge();
        _time.Advance(s_limits.ClockHold);
        Assert.True(_clock.Judge()!.Off);
        _time.Advance(TimeSpan.FromHours(6));
        Assert.Null(_clock.Estimate);
    }

    [Fact]
    public void Took_RepeatsHistoryAndOurOwnTime_SayNothing()
    {
        _clock.Took(Reading(9000), new Emitted(0, true));
        _clock.Took(Reading(9000) with { TimeFrom = TimeOrigin.Gateway }, new Emitted(1, false));
        _clock.Took(Reading(9000) with { Body = Body(new SourceInfo("x", true)) }, new Emitted(2, false));
        Assert.Null(_clock.Estimate);
    }

    [Fact]
    public void Estimate_Asked_IsBelievedBeforeReadingsUntilTheyContradict()
    {
        Take(-1800);
        _clock.Told(TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(500));
        Assert.Equal((100.0, true), (_clock.Estimate!.Value.Offset.TotalMilliseconds, _clock.Estimate.Value.Asked));
        Take(750);
        Assert.True(_clock.Estimate!.Value.Asked);
        Take(5000);
        Assert.Equal((5000.0, false), (_clock.Estimate!.Value.Offset.TotalMilliseconds, _clock.Estimate.Value.Asked));
        _time.Advance(TimeSpan.FromMinutes(61));
        Assert.False(_clock.Estimate!.Value.Asked);
        _clock.Told(TimeSpan.Zero, TimeSpan.FromSeconds(6));
        _time.Advance(TimeSpan.FromMinutes(59));
        Assert.True(_clock.Estimate!.Value.Asked);
        _time.Advance(TimeSpan.FromHours(6));
        Assert.Null(_clock.Estimate);
    }

    [Theory]
    [InlineData(1001, true)]
    [InlineData(-1001, true)]
    [InlineData(1000, false)]
    [InlineData(-1000, false)]
    public void Judge_OverTheLimitForAMinute_Begins(int offset, bool off)
    {
        Assert.Equal(off, Watch(offset, TimeSpan.FromSeconds(65)) is { Off: true });
    }

    [Fact]
    public void Judge_LessThanAMinuteOrTooFewReadings_SaysNothing()
    {
        Assert.Null(Watch(5000, TimeSpan.FromSeconds(50)));
        var quiet = new DeviceClock(s_limits, _time);
        for (int i = 0; i < 4; i++)
        {
            quiet.Took(Reading(5000), new Emitted(i, false));
        }

        quiet.Judge();
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(quiet.Judge());
    }

    [Fact]
    public void Judge_AWholeStory_TellsOnceWhenItBeginsAndOnceWhenItEnds()
    {
        var begun = _time.GetUtcNow();
        var first = Watch(-2500, TimeSpan.FromMinutes(2))!;
        Assert.Equal((true, -2500.0), (first.Off, first.Estimate.Offset.TotalMilliseconds));
        Assert.InRange(first.Since - begun, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        Assert.Same(first, _clock.Judge());
        _clock.Reported();
        Assert.Null(Watch(-2500, TimeSpan.FromMinutes(30)));

        // Between 70 % of the limit and the limit it is neither: what was said stays.
        Assert.Null(Watch(-900, TimeSpan.FromMinutes(30)));
        var last = Watch(-300, TimeSpan.FromMinutes(5))!;
        Assert.Equal((false, -300.0), (last.Off, last.Estimate.Offset.TotalMilliseconds));
        _clock.Reported();
        Assert.Null(Watch(-900, TimeSpan.FromMinutes(30)));
    }

    [Fact]
    public void Judge_Asked_CountsOnlyWhatTheUncertaintyLeaves()
    {
        Assert.Null(Told(1400, 500));
        Assert.True(Told(1600, 500)!.Off);
    }

    [Fact]
    public void Forget_ClearsWhatWasMeasured()
    {
        Take(5000);
        _clock.Told(TimeSpan.FromSeconds(5), TimeSpan.Zero);
        _clock.Forget();
        Assert.Null(_clock.Estimate);
    }

    private ClockTurn? Told(int offset, int uncertainty)
    {
        _clock.Told(TimeSpan.FromMilliseconds(offset), TimeSpan.FromMilliseconds(uncertainty));
        _clock.Judge();
        _time.Advance(s_limits.ClockHold);
        return _clock.Judge();
    }

    private ClockTurn? Watch(int offset, TimeSpan lasting)
    {
        ClockTurn? turn = null;
        for (var passed = TimeSpan.Zero; passed < lasting && turn is null; passed += TimeSpan.FromSeconds(1))
        {
            Take(offset);
            turn = _clock.Judge();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        return turn;
    }

    private void Take(int offset) => _clock.Took(Reading(offset), new Emitted(1, false));

    private Reading Reading(int offset) => new()
    {
        Device = "cam-1",
        Driver = "made-up",
        Lane = Lane.Event,
        Time = _time.GetUtcNow().AddMilliseconds(offset),
        TimeFrom = TimeOrigin.Device,
        Received = _time.GetUtcNow(),
        Body = Body(new SourceInfo("x")),
    };

    private static PlateReadBody Body(SourceInfo source) => new() { Plate = new PlateInfo { Raw = "x", Outcome = "INVALID" }, Source = source };
}
