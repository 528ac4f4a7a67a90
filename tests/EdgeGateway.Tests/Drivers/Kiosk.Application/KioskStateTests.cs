using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk.Application;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

public sealed class KioskStateTests
{
    private const string Beat = """{"type":"heartbeat","mode":"in-service","application":"4.2.1","uptimeSeconds":60}""";

    [Fact]
    public async Task Say_Heartbeats_TellChangesAndEveryFiveMinutes()
    {
        using var talk = new KioskTalk();
        for (int minute = 0; minute < 11; minute++)
        {
            await talk.SayAsync(minute == 7 ? Beat.Replace("in-service", "out-of-service", StringComparison.Ordinal) : Beat);
            talk.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal([Lane.Event, Lane.Telemetry, Lane.Event, Lane.Event], talk.Told.Select(reading => reading.Lane));
        Assert.Equal(["link,health,mode,application", "", "mode", "mode"], talk.Of<KioskStateBody>().Select(body => string.Join(',', body.Changed ?? [])));
        Assert.Equal(60, talk.Of<KioskStateBody>()[1].UptimeSeconds);
    }

    [Fact]
    public async Task Watch_NoHeartbeat_TellsOnceThatTheLinkIsDownAndOnceThatItIsBack()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Beat);
        await WatchAsync(talk, TimeSpan.FromMinutes(20), () => talk.Of<KioskStateBody>().Count == 2);
        await talk.SayAsync(Beat);

        Assert.Equal(["up", "down", "up"], talk.Of<KioskStateBody>().Select(body => body.Link));
        Assert.Equal(KioskWords.Unknown, talk.Of<KioskStateBody>()[1].Health);
        Assert.Single(talk.Faults, "no-heartbeat");
    }

    [Fact]
    public async Task Watch_RestartWhileItIsAway_TellsNothingAgain()
    {
        using var talk = new KioskTalk();
        await WatchAsync(talk, TimeSpan.FromMinutes(5), () => talk.Told.Count == 1);
        using var after = new KioskTalk(talk);
        await WatchAsync(after, TimeSpan.FromMinutes(20), () => true);

        Assert.Equal("down", talk.Of<KioskStateBody>().Single().Link);
        Assert.Empty(after.Told);
    }

    [Fact]
    public async Task Watch_StoreRefuses_IsToldLater()
    {
        using var talk = new KioskTalk { Room = 0 };
        await WatchAsync(talk, TimeSpan.FromMinutes(4), () => talk.Faults.Contains("state-waits-for-store"));
        talk.Room = null;
        await WatchAsync(talk, TimeSpan.FromSeconds(5), () => talk.Told.Count == 1);

        Assert.Equal("down", talk.Of<KioskStateBody>().Single().Link);
    }

    [Fact]
    public async Task Watch_SilenceMeansNothing_TellsNothing()
    {
        using var talk = new KioskTalk(options: new KioskApplicationOptions { Silence = null });
        await WatchAsync(talk, TimeSpan.FromDays(1), () => true);

        Assert.Empty(talk.Told);
    }

    [Fact]
    public async Task Say_OldFile_IsNoSignOfLife()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Beat, isLive: false);

        Assert.Empty(talk.Told);
        Assert.Equal(0, talk.Host.SignsOfLife);
    }

    [Fact]
    public async Task Say_ModulesAfterAnOutage_AreMarkedAsFoundLater()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules(("Slot", 0)));
        await WatchAsync(talk, TimeSpan.FromMinutes(5), () => talk.Of<KioskStateBody>().Count == 2);
        await talk.SayAsync(Modules(("Slot", 2)));

        Assert.Equal([null, "resync"], talk.Of<KioskModuleBody>().Select(body => body.Detected));
        Assert.Null(talk.Of<KioskModuleBody>()[1].Since);
        Assert.Equal("resync", talk.Of<KioskAlarmBody>().Single().Detected);
    }

    [Theory]
    [InlineData(-1, "starting", "info")]
    [InlineData(0, "ok", null)]
    [InlineData(1, "warning", "minor")]
    [InlineData(2, "fault", "major")]
    [InlineData(3, "ok", null)]
    [InlineData(4, "maintenance", "info")]
    [InlineData(9, "warning", "minor")]
    public async Task Say_RuntimeCode_IsTheHealthOfTheTable(int status, string health, string? severity)
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules(("Slot", status)));

        var body = talk.Of<KioskModuleBody>().Single();
        Assert.Equal((health, severity, status == 3 ? true : null), (body.Health, body.Severity, body.Busy));
        Assert.Equal(status == 9 ? ["status:9"] : null, body.Raw);
        Assert.Equal((health, status is 0 or 3 ? null : "Slot"), (talk.Of<KioskStateBody>().Single().Health, talk.Of<KioskStateBody>().Single().Troubled?.Single()));
    }

    [Fact]
    public async Task Say_ModulesAgain_TellOnlyWhatChangedOverARestartToo()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules(("Slot", 0), ("Printer", 2)));
        await talk.SayAsync(Modules(("Slot", 0), ("Printer", 2)));
        await talk.SayAsync(Modules(("Slot", 1), ("Printer", 2)));
        using var after = new KioskTalk(talk);
        await after.SayAsync(Modules(("Slot", 1), ("Printer", 0)));

        Assert.Equal(["Slot ok", "Printer fault", "Slot warning"], talk.Of<KioskModuleBody>().Select(body => $"{body.Module} {body.Health}"));
        Assert.Equal(["health"], talk.Of<KioskModuleBody>()[2].Changed!);
        Assert.Equal(["Printer ok"], after.Of<KioskModuleBody>().Select(body => $"{body.Module} {body.Health}"));
        Assert.Equal([("device-error", true), ("device-error", false)], talk.Of<KioskAlarmBody>().Concat(after.Of<KioskAlarmBody>()).Select(body => (body.Alarm, body.Active!.Value)));
    }

    [Fact]
    public async Task Say_WholeList_ForgetsWhatIsGoneAndItsAlarms()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Modules(("Slot", 0), ("Printer", 2)));
        await talk.SayAsync("""{"type":"supplies","supplies":[{"module":"Printer","name":"upper","supply":"paper","state":"out"}]}""");
        await talk.SayAsync(Modules(("Slot", 0)).Replace("\"modules\",", "\"modules\",\"whole\":true,", StringComparison.Ordinal));

        Assert.Equal(["device-error", "supply-out"], talk.Of<KioskAlarmBody>().Where(body => body.Active == false).Select(body => body.Alarm));
        Assert.Equal(("ok", 1), (talk.Of<KioskStateBody>()[^1].Health, talk.Of<KioskStateBody>()[^1].Modules));
    }

    [Fact]
    public async Task Say_AlarmsOfTheKiosk_BeginAndEndAndAreItsHealth()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync("""{"type":"state","alarms":[{"alarm":"tamper","name":"front","code":"E12"},{"alarm":"door-open"}]}""");
        await talk.SayAsync("""{"type":"state","mode":"maintenance"}""");
        await talk.SayAsync("""{"type":"state","alarms":[]}""");

        Assert.Equal(["tamper critical True", "door-open major True", "tamper critical False", "door-open major False"], talk.Of<KioskAlarmBody>().Select(body => $"{body.Alarm} {body.Severity} {body.Active}"));
        Assert.Equal(["alarm", "alarm", "unknown"], talk.Of<KioskStateBody>().Select(body => body.Health));
    }

    [Fact]
    public async Task Say_Supplies_AreTellingsAndAlarms()
    {
        using var talk = new KioskTalk();
        foreach (string state in new[] { "ok", "low", "out", "out", "ok" })
        {
            await talk.SayAsync($$"""{"type":"supplies","supplies":[{"module":"Printer","name":"upper","supply":"receipt-paper","state":"{{state}}","percent":40},{"module":"Bin","name":"b","supply":"retain-bin","state":"ok","count":1,"capacity":50}]}""");
        }

        Assert.Equal(["ok", "low", "out", "ok"], talk.Of<KioskConsumableBody>().Where(body => body.Module == "Printer").Select(body => body.State));
        Assert.True(talk.Of<KioskConsumableBody>().Single(body => body.Module == "Bin").Fills);
        Assert.Equal([true, false], talk.Of<KioskAlarmBody>().Where(body => body.Alarm == "supply-out").Select(body => body.Active!.Value));
    }

    [Fact]
    public async Task Say_Counters_NameWhatRestartedAndBearLateAndWrongClocks()
    {
        using var talk = new KioskTalk();
        await talk.SayAsync(Counters(100, "2036-01-01T00:00:00Z"));
        await talk.SayAsync(Counters(110, "2026-11-22T03:30:00Z"));
        await talk.SayAsync(Counters(105, "2026-11-22T03:00:00Z"));
        using var after = new KioskTalk(talk);
        await after.SayAsync(Counters(7, "2026-11-22T03:31:00Z"));
        await after.SayAsync(Counters(7, "2026-11-22T03:31:00Z"));

        Assert.All(talk.Of<KioskCounterBody>(), body => Assert.Null(body.Restarted));
        Assert.Equal(3, talk.Of<KioskCounterBody>().Count);
        Assert.Equal(["sessions"], after.Of<KioskCounterBody>().Single().Restarted!);
        Assert.Contains("CLOCK_FUTURE", talk.Of<KioskCounterBody>()[0].Flags!);
    }

    private static string Counters(int sessions, string time) => $$"""{"type":"counters","time":"{{time}}","counters":{"sessions":{{sessions}},"prints":900} }""";

    private static string Modules(params (string Name, int Status)[] modules) =>
        $$"""{"type":"modules","modules":[{{string.Join(',', modules.Select(Module))}}]}""";

    private static string Module((string Name, int Status) one) => $$"""{"module":"{{one.Name}}","status":{{one.Status}},"class":"Printer"}""";

    /// <summary>Time goes on only while the watch waits for it.</summary>
    private static async Task WatchAsync(KioskTalk talk, TimeSpan span, Func<bool> isSo)
    {
        using var stop = new CancellationTokenSource();
        var watching = talk.Desk.WatchAsync(stop.Token);
        await Eventually.TrueAsync(() => talk.Time.Timers == 1, "the watch is armed");
        for (var gone = TimeSpan.Zero; gone < span; gone += TimeSpan.FromSeconds(span > TimeSpan.FromHours(1) ? 600 : 1))
        {
            talk.Time.Advance(TimeSpan.FromSeconds(span > TimeSpan.FromHours(1) ? 600 : 1));
            await talk.Desk.QuietAsync();
        }

        await Eventually.TrueAsync(isSo, "what the watch tells");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }
}
