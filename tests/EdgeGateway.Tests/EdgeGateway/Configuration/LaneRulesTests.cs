using EdgeGateway.Configuration;

namespace EdgeGateway.Tests.EdgeGateway.Configuration;

public sealed class LaneRulesTests : IDisposable
{
    private readonly ConfigurationFixture _at = new();

    public void Dispose() => _at.Dispose();

    [Fact]
    public void Load_NoLanes_KeepsAlarmsAlwaysAndTheRestForATime()
    {
        var store = _at.Settings(ConfigurationFixture.Good).Store;

        Assert.Equal(new LaneRule(null, null, WhenFull.DropOldest), store.Lanes.Alarm);
        Assert.Equal(new LaneRule(TimeSpan.FromDays(30), null, WhenFull.DropOldest), store.Lanes.Event);
        Assert.Equal(new LaneRule(TimeSpan.FromDays(7), null, WhenFull.Thin), store.Lanes.Telemetry);
        Assert.Equal(new LaneRule(TimeSpan.FromDays(7), 20L << 30, WhenFull.DropOldest), store.Lanes.Media);
        Assert.Equal((null, 8L << 20, 150L << 40), (store.Reserve, store.Ballast, store.FlashEndurance));
    }

    [Fact]
    public void Load_Lanes_AreRead()
    {
        var store = _at.Settings(WithStore("""
            "reserve": "64MB", "ballast": "0B", "flashEndurance": "600TB",
            "lanes": { "alarm": { "whenFull": "refuse" }, "event": { "keep": "always", "quota": "2GB", "whenFull": "refuse" },
              "telemetry": { "keep": "36h", "whenFull": "drop-oldest" }, "media": { "quota": "500MB" }, "parked": { "quota": "1MB" } }
            """)).Store;

        Assert.Equal(new LaneRule(null, null, WhenFull.Refuse), store.Lanes.Alarm);
        Assert.Equal(new LaneRule(null, 2L << 30, WhenFull.Refuse), store.Lanes.Event);
        Assert.Equal(new LaneRule(TimeSpan.FromHours(36), null, WhenFull.DropOldest), store.Lanes.Telemetry);
        Assert.Equal(new LaneRule(TimeSpan.FromDays(7), 500L << 20, WhenFull.DropOldest), store.Lanes.Media);
        Assert.Equal(new LaneRule(TimeSpan.FromDays(90), 1L << 20, WhenFull.DropOldest), store.Lanes.Parked);
        Assert.Equal((64L << 20, 0, 600L << 40), (store.Reserve, store.Ballast, store.FlashEndurance));
    }

    [Fact]
    public void Load_EveryMistake_IsInOneReport() => Assert.Equal(
        [
            ("store.lanes.alarm.whenFull", "unknown-choice"), ("store.lanes.event.keep", "not-a-keep"), ("store.lanes.event.quota", "out-of-range"),
            ("store.lanes.telemetry.keep", "not-a-text"), ("store.lanes.media.keep", "not-a-keep"), ("store.lanes.media.whenFull", "unknown-choice"),
            ("store.lanes.parked.whenFull", "unknown-key"), ("store.lanes.events", "unknown-key"),
            ("store.reserve", "out-of-range"), ("store.ballast", "out-of-range"), ("store.flashEndurance", "out-of-range"),
        ],
        _at.Seen(WithStore("""
            "reserve": "10", "ballast": "2TB", "flashEndurance": "1GB",
            "lanes": { "alarm": { "whenFull": "thin" }, "event": { "keep": "30", "quota": "1KB" }, "telemetry": { "keep": 7 },
              "media": { "keep": "1m", "whenFull": "drop" }, "parked": { "whenFull": "refuse" }, "events": {} }
            """)));

    [Fact]
    public void Load_NotAKeep_SaysWhatWouldBeRightInBothLanguages()
    {
        var finding = Assert.Single(_at.Load(WithStore("\"lanes\": { \"event\": { \"keep\": \"for ever\" } }")).Findings);

        Assert.Contains("\"always\"", finding.Right.En, StringComparison.Ordinal);
        Assert.Contains("\"always\"", finding.Right.Zh, StringComparison.Ordinal);
    }

    private static string WithStore(string more) =>
        ConfigurationFixture.Good.Replace("\"folder\": \"data\"", $"\"folder\": \"data\", {more}", StringComparison.Ordinal);
}
