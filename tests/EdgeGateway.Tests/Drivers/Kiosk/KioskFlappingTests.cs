using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Alarms;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Tests.Drivers.Kiosk;

/// <summary>An alarm that comes and goes too often stands until it is still; what was left out is counted, and no crash makes it lost. Two begins in ten minutes are allowed here.</summary>
public sealed class KioskFlappingTests
{
    private static readonly FlapRule s_rule = new(2, TimeSpan.FromMinutes(10));
    private static readonly KioskAlarm s_door = new("Sensors", "door-open", "major", "Sensors", "cabinet");

    private readonly KioskStage _stage = new();
    private readonly AlarmHold _hold;
    private readonly KioskAlarms _alarms;

    public KioskFlappingTests()
    {
        _hold = new AlarmHold(s_rule, _stage.Time);
        _alarms = new KioskAlarms(_stage.Host.Context, _hold);
    }

    [Fact]
    public async Task Set_AsOftenAsAllowed_IsToldAtOnce()
    {
        await FlapAsync(_alarms, 2);
        await OpenAsync(_alarms);

        Assert.Equal(["True ", "False ", "True ", "False ", "True "], Told(_stage));
        Assert.False(_alarms.IsWaiting("Sensors"));
    }

    [Fact]
    public async Task Set_TooOften_StandsUntilItHasBeenOverForAWhileAndSaysHowOften()
    {
        await FlapAsync(_alarms, 5);
        Assert.True(_alarms.IsWaiting("Sensors"));
        Assert.Equal(["True ", "False ", "True ", "False ", "True "], Told(_stage));

        _stage.Time.Advance(s_rule.Still - TimeSpan.FromMilliseconds(1));
        await CloseAsync(_alarms);
        Assert.Equal(5, _stage.Sink.Entered.Count);

        _stage.Time.Advance(TimeSpan.FromMilliseconds(1));
        await CloseAsync(_alarms);
        Assert.Equal("False 2 FLAPPING", Told(_stage).Last());
        Assert.False(_alarms.IsWaiting("Sensors"));
        Assert.Equal(2, _stage.Host.Faults.Count(fault => fault == (FaultKind.Garbled, "alarm-flapping")));
    }

    [Fact]
    public async Task Set_ComesBackBeforeItIsStill_WaitsAnew()
    {
        await FlapAsync(_alarms, 3);
        _stage.Time.Advance(s_rule.Still);
        await OpenAsync(_alarms);
        _stage.Time.Advance(TimeSpan.FromMinutes(1));
        await CloseAsync(_alarms);

        Assert.True(_alarms.IsWaiting("Sensors"));
        Assert.Equal(5, _stage.Sink.Entered.Count);
    }

    [Fact]
    public async Task Set_BeginsBehindSuchAnEnd_IsToldAtOnceAndCountsAnew()
    {
        await FlapAsync(_alarms, 3);
        _stage.Time.Advance(s_rule.Still);
        await CloseAsync(_alarms);
        await OpenAsync(_alarms);
        Assert.Equal("True ", Told(_stage).Last());

        _stage.Time.Advance(s_rule.Window);
        await CloseAsync(_alarms);
        Assert.Equal("False ", Told(_stage).Last());
    }

    [Fact]
    public async Task Restart_WhileItWaits_EndsItAndSaysThatItFlapped()
    {
        await FlapAsync(_alarms, 9);
        var after = _stage.Restarted();
        var alarms = new KioskAlarms(after.Host.Context, new AlarmHold(s_rule, after.Time));
        Assert.Equal([s_door], alarms.Of("Sensors"));

        await alarms.SetAsync("Sensors", [], after.Voice, KioskMoment.Resync, default);
        Assert.Equal(["False 4 FLAPPING"], Told(after));
    }

    [Fact]
    public async Task Reconnect_WhileItWaits_WaitsOnAndForgetsNoReturn()
    {
        await FlapAsync(_alarms, 8);
        var again = new KioskAlarms(_stage.Host.Context, _hold);
        await CloseAsync(again);
        Assert.True(again.IsWaiting("Sensors"));
        await OpenAsync(again);
        await CloseAsync(again);
        _stage.Time.Advance(s_rule.Still);
        await CloseAsync(again);

        Assert.Equal("False 6 FLAPPING", Told(_stage).Last());
        Assert.Equal(6, _stage.Sink.Entered.Count);
    }

    [Fact]
    public async Task KeepOnly_WhileItWaits_EndsItAtOnce()
    {
        await FlapAsync(_alarms, 4);
        await _alarms.KeepOnlyAsync([], _stage.Voice, KioskMoment.Resync, default);

        Assert.Equal("False 1 FLAPPING", Told(_stage).Last());
    }

    [Fact]
    public async Task Set_GrowsWorseWhileItFlaps_IsTold()
    {
        await FlapAsync(_alarms, 3);
        await _alarms.SetAsync("Sensors", [s_door with { Severity = "critical" }], _stage.Voice, KioskMoment.Now, default);

        Assert.Equal(["False 1 FLAPPING", "True "], Told(_stage).TakeLast(2));
        Assert.Equal("critical", _stage.Told<KioskAlarmBody>().Last().Severity);
    }

    private async Task FlapAsync(KioskAlarms alarms, int times)
    {
        for (int i = 0; i < times; i++)
        {
            await OpenAsync(alarms);
            await CloseAsync(alarms);
        }
    }

    private Task OpenAsync(KioskAlarms alarms) => alarms.SetAsync("Sensors", [s_door], _stage.Voice, KioskMoment.Now, default);

    private Task CloseAsync(KioskAlarms alarms) => alarms.SetAsync("Sensors", [], _stage.Voice, KioskMoment.Now, default);

    private static IReadOnlyList<string> Told(KioskStage stage) =>
        [.. stage.Told<KioskAlarmBody>().Select(body => $"{body.Active} {(body.Returns is { } returns ? $"{returns} {body.Flags?.Single()}" : string.Empty)}")];
}
