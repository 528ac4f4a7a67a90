using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Tests.Drivers.Kiosk;

public sealed class KioskAlarmsTests
{
    private static readonly KioskAlarm s_door = new("Sensors", "door-open", "major", "Sensors", "cabinet");
    private static readonly KioskAlarm s_jam = new("Printer", "jam", "major", "Printer");

    private readonly KioskStage _stage = new();

    [Fact]
    public async Task Set_StandsAndEnds_IsToldOnceEach()
    {
        var alarms = new KioskAlarms(_stage.Host.Context);
        await SetAsync(alarms, _stage, s_door);
        await SetAsync(alarms, _stage, s_door);
        await SetAsync(alarms, _stage);
        await SetAsync(alarms, _stage);

        Assert.Equal([(Lane.Alarm, true), (Lane.Event, false)], Told(_stage));
    }

    [Fact]
    public async Task Set_AgainAtTheSameMoment_IsNoRepeatOfTheFirst()
    {
        var alarms = new KioskAlarms(_stage.Host.Context);
        await SetAsync(alarms, _stage, s_door);
        await SetAsync(alarms, _stage);
        await SetAsync(alarms, _stage, s_door);

        Assert.Equal(3, _stage.Sink.Entered.Select(reading => reading.RepeatKey).Distinct().Count());
    }

    [Fact]
    public async Task Set_OverARestart_SaysNothingAgainAndEndsWhatStood()
    {
        await SetAsync(new KioskAlarms(_stage.Host.Context), _stage, s_door);
        var after = _stage.Restarted();
        var alarms = new KioskAlarms(after.Host.Context);
        await SetAsync(alarms, after, s_door);
        Assert.Empty(after.Sink.Entered);

        await SetAsync(alarms, after);
        Assert.Equal([(Lane.Event, false)], Told(after));
    }

    [Fact]
    public async Task Set_StoreRefusesThenACrash_TellsItUnderTheSameKey()
    {
        var refusing = new KioskStage(refuses: true);
        await Assert.ThrowsAsync<StoreRefusedException>(() => SetAsync(new KioskAlarms(refusing.Host.Context), refusing, s_door));

        var after = refusing.Restarted();
        await new KioskAlarms(after.Host.Context).FinishAsync(after.Voice, default);
        Assert.Equal(refusing.Sink.Entered.Single().RepeatKey, after.Sink.Entered.Single().RepeatKey);
        Assert.Equal(KioskWords.Resync, ((KioskAlarmBody)after.Sink.Entered.Single().Body).Detected);
    }

    [Fact]
    public async Task KeepOnly_ScopeIsGone_EndsItsAlarmsAlone()
    {
        var alarms = new KioskAlarms(_stage.Host.Context);
        await SetAsync(alarms, _stage, s_door);
        await alarms.SetAsync("Printer", [s_jam], _stage.Voice, KioskMoment.Now, default);
        await alarms.KeepOnlyAsync(["Printer"], _stage.Voice, KioskMoment.Now, default);

        Assert.Equal(["door-open"], _stage.Told<KioskAlarmBody>().Where(body => body.Active == false).Select(body => body.Alarm));
    }

    [Fact]
    public async Task End_OneOfTwo_LeavesTheOther()
    {
        var alarms = new KioskAlarms(_stage.Host.Context);
        var other = s_door with { Name = "safe" };
        await SetAsync(alarms, _stage, s_door, other);
        await alarms.EndAsync(other, _stage.Voice, KioskMoment.Now, default);

        Assert.Equal([s_door], alarms.Of("Sensors"));
    }

    [Fact]
    public async Task TellOnce_EveryTime_HasNoEnd()
    {
        await KioskAlarms.TellOnceAsync(s_jam, _stage.Voice, KioskMoment.Now, default);

        Assert.Null(_stage.Told<KioskAlarmBody>().Single().Active);
        Assert.Equal(Lane.Alarm, _stage.Sink.Entered.Single().Lane);
    }

    private static Task SetAsync(KioskAlarms alarms, KioskStage stage, params KioskAlarm[] wanted) => alarms.SetAsync("Sensors", wanted, stage.Voice, KioskMoment.Now, default);

    private static IEnumerable<(Lane, bool?)> Told(KioskStage stage) => stage.Sink.Entered.Select(reading => (reading.Lane, ((KioskAlarmBody)reading.Body).Active));
}
