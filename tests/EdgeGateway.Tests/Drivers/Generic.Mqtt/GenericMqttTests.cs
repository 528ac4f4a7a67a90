using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Drivers.Transport.Brokers;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Mqtt;

public sealed class GenericMqttTests
{
    private const string Door = """{ "rules": [ { "kind": "sensor.event", "type": "door", "topic": "doors/{door}", "name": { "path": "{door}" } } ] }""";

    [Fact]
    public async Task Message_DiskRefuses_EndsTheSessionAndIsNotCountedAsLost()
    {
        var brokers = new FakeSiteBrokers();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), new FakeSink { Refuses = true });

        await Assert.ThrowsAsync<StoreRefusedException>(() => brokers.SendAsync("doors/1", "{}"));

        await Assert.ThrowsAsync<StoreRefusedException>(() => talk.Running.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.True(brokers.Broker!.Ended.IsCompleted);
        Assert.DoesNotContain("reading-not-stored", talk.Faults);
    }

    [Fact]
    public async Task Message_NotStoredYet_IsNotAcknowledged()
    {
        var sink = new FakeSink { Holds = true };
        var brokers = new FakeSiteBrokers();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), sink);

        var taken = brokers.SendAsync("doors/1", "{}");
        await Eventually.TrueAsync(() => sink.Entered.Count == 1, "the reading");
        Assert.False(taken.IsCompleted);

        sink.Release();
        await taken.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(1, sink.Stored);
    }

    [Fact]
    public async Task Message_LongList_IsTakenWholeAndThenAcknowledged()
    {
        var sink = new FakeSink { Holds = true, Free = 1999 };
        var brokers = new FakeSiteBrokers();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), sink);

        var taken = brokers.SendAsync("doors/1", $"[{string.Join(',', Enumerable.Repeat("{}", 2000))}]");
        await Eventually.TrueAsync(() => sink.Entered.Count == 2000, "all readings");
        Assert.False(taken.IsCompleted);

        sink.Release();
        await taken.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(2000, sink.Stored);
        Assert.Empty(talk.Faults);
    }

    [Fact]
    public async Task Message_ThatNeverComesAgainAndDiskRefuses_CountsAllOfItsReadingsAsLost()
    {
        var brokers = new FakeSiteBrokers { ComesAgain = false };
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), new FakeSink { Refuses = true });

        await Assert.ThrowsAsync<StoreRefusedException>(() => brokers.SendAsync("doors/1", $"[{string.Join(',', Enumerable.Repeat("{}", 300))}]"));

        Assert.Equal(300, talk.Faults.Count(fault => fault == "reading-not-stored"));
    }

    [Fact]
    public async Task Retained_IsFlaggedOrDropped()
    {
        var brokers = new FakeSiteBrokers();
        await using (var before = await StationTalk.StartAsync(brokers, StationTalk.Options(Door)))
        {
            await brokers.SendAsync("doors/1", "{}", retain: true);
            Assert.Null(Assert.Single(before.Sink.Entered).Body.Flags);
        }

        await using (var taking = await StationTalk.StartAsync(brokers, StationTalk.Options(Door)))
        {
            await Eventually.TrueAsync(() => taking.Sink.Stored == 1, "the kept one");
            Assert.Equal(["RETAINED"], Assert.Single(taking.Sink.Entered).Body.Flags);
        }

        await using var dropping = await StationTalk.StartAsync(brokers, StationTalk.Options(Door) with { TakesRetained = false });
        await Eventually.TrueAsync(() => dropping.Faults.Contains("retained-dropped"), "the kept one is counted");
        await brokers.SendAsync("doors/2", "{}");
        Assert.Equal("2", Assert.IsType<SensorEventBody>(Assert.Single(dropping.Sink.Entered).Body).Name);
    }

    [Fact]
    public async Task Retained_AtEachLinkTheSame_IsToldOnceAndAgainWhenTheTopicSaidSomethingElse()
    {
        var brokers = new FakeSiteBrokers();
        var memory = new FakeMemory();
        await brokers.SendAsync("doors/1", """{ "is": "open" }""", retain: true);
        Assert.Equal(["RETAINED"], await LinkAsync());
        Assert.Equal([], await LinkAsync());

        // Live it says something else, and what the broker keeps then is what it said before that.
        Assert.Equal(["live"], await LinkAsync("""{ "is": "shut" }"""));
        Assert.Equal(["RETAINED"], await LinkAsync());
        Assert.Equal([], await LinkAsync());

        async Task<IReadOnlyList<string>> LinkAsync(string? live = null)
        {
            await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), memory: memory);
            if (live is not null)
            {
                await brokers.SendAsync("doors/1", live);
            }

            // Whatever was kept for this link is taken when what comes after it is.
            await brokers.SendAsync("else", "{}");
            return [.. talk.Sink.Entered.Select(reading => reading.Body.Flags is [var flag] ? flag : "live")];
        }
    }

    [Fact]
    public async Task Retained_AfterACrash_IsToldOnceMore()
    {
        var brokers = new FakeSiteBrokers();
        var memory = new FakeMemory();
        await brokers.SendAsync("doors/1", "{}", retain: true);
        await using (var first = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), memory: memory))
        {
            await brokers.SendAsync("else", "{}");
            Assert.Single(first.Sink.Entered);
        }

        await using var second = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), memory: memory);
        await brokers.SendAsync("doors/2", "{}");
        Assert.Equal(["retained-known"], second.Faults);

        // Killed here: the memory is as it lies on the disk now.
        await using var third = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), memory: memory);
        await Eventually.TrueAsync(() => third.Sink.Stored == 1, "the kept one");
    }

    [Fact]
    public async Task Retained_AnotherMapReadsIt_IsTold()
    {
        var brokers = new FakeSiteBrokers();
        var memory = new FakeMemory();
        await brokers.SendAsync("doors/1", "{}", retain: true);
        await using (var first = await StationTalk.StartAsync(brokers, StationTalk.Options(Door), memory: memory))
        {
            await Eventually.TrueAsync(() => first.Sink.Stored == 1, "the kept one");
        }

        await using var second = await StationTalk.StartAsync(brokers, StationTalk.Options(Door.Replace("\"door\",", "\"gate\",", StringComparison.Ordinal)), memory: memory);
        await Eventually.TrueAsync(() => second.Sink.Stored == 1, "the kept one");
    }

    /// <summary>A site corrects a path, a factor or a unit: what was told by the wrong one is wrong until then.</summary>
    [Fact]
    public async Task Retained_CorrectedMapReadsIt_IsTold()
    {
        const string Map = """{ "rules": [ { "kind": "sensor.reading", "type": "scale", "values": [ { "name": "load", "path": "gross" } ] } ] }""";
        var brokers = new FakeSiteBrokers();
        var memory = new FakeMemory();
        await brokers.SendAsync("scale", """{ "gross": 7, "net": 5 }""", retain: true);
        await using (var first = await StationTalk.StartAsync(brokers, StationTalk.Options(Map), memory: memory))
        {
            await Eventually.TrueAsync(() => first.Sink.Stored == 1, "the kept one");
        }

        await using var second = await StationTalk.StartAsync(brokers, StationTalk.Options(Map.Replace("gross", "net", StringComparison.Ordinal)), memory: memory);
        await brokers.SendAsync("else", """{ "gross": 1, "net": 1 }""");
        Assert.Equal([5, 1], second.Sink.Entered.Select(reading => (int)Assert.Single(((SensorReadingBody)reading.Body).Values!).Number!.Value));
    }

    [Fact]
    public async Task Alarm_ForWhichThereIsNoRoom_CostsNoCommitHoweverOftenItComes()
    {
        const string Map = """{ "mostNames": 1024, "rules": [ { "kind": "sensor.alarm", "type": "gate", "alarm": "open", "name": { "path": "n", "free": true }, "active": { "path": "is" } } ] }""";
        var brokers = new FakeSiteBrokers();
        var memory = new FakeMemory();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Map), memory: memory);
        for (int i = 0; i < 128; i++)
        {
            await brokers.SendAsync("gates", $$"""{ "n": "g{{i}}", "is": true }""");
        }

        string said = memory.Recall("alarm-said")!;
        await brokers.SendAsync("gates", """{ "n": "late", "is": true }""");
        Assert.Equal(["too-many-alarms"], talk.Faults);
        Assert.Equal(said, memory.Recall("alarm-said"));

        await brokers.SendAsync("gates", """{ "n": "g3", "is": false }""");
        await brokers.SendAsync("gates", """{ "n": "late", "is": true }""");
        Assert.Contains("late", memory.Recall("alarm-said")!, StringComparison.Ordinal);
        Assert.Equal(130, talk.Sink.Stored);
    }

    [Fact]
    public async Task Text_PayloadIsOneValue()
    {
        const string Map = """{ "rules": [ { "kind": "sensor.reading", "type": "barrier", "values": [ { "name": "open", "path": ".", "as": "flag", "yes": [ "OPEN" ], "no": [ "CLOSED" ] } ] } ] }""";
        var brokers = new FakeSiteBrokers();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(Map) with { IsText = true });

        foreach (string payload in (string[])["OPEN\n", "closed", "", "CLOSED"])
        {
            await brokers.SendAsync("barrier", payload);
        }

        Assert.Equal([true, false], talk.Sink.Entered.Select(reading => Assert.Single(((SensorReadingBody)reading.Body).Values!).Flag!.Value));
        Assert.Equal(["no-values", "value-of-other-sort", "message-empty"], talk.Faults);
    }

    [Fact]
    public async Task Hostile_MessagesAreCountedAndTheNextGoodOneIsRead()
    {
        var brokers = new FakeSiteBrokers();
        await using var talk = await StationTalk.StartAsync(brokers, StationTalk.Options(MapSite.Example("weather")));
        string many = string.Join(',', Enumerable.Repeat("1", 9000));
        foreach (string payload in (string[])["{", new string('[', 5000), $"[{many}]", "\"\\ud800\"", """{ "time": 1, "out": 7, "baro": "x", "sky": {} }""", "null"])
        {
            await brokers.SendAsync("weather/roof/now", payload);
        }

        await brokers.SendAsync("weather/roof/else", "{}");
        Assert.Empty(talk.Sink.Entered);

        await brokers.SendAsync("weather/roof/now", """{ "time": "2026-11-22 11:31:00", "out": { "temp_F": 68.0, "hum": "55", "wind_mph": 6.2 }, "baro": 29.92, "sky": "PC" }""");
        Assert.Equal(5, Assert.IsType<SensorReadingBody>(Assert.Single(talk.Sink.Entered).Body).Values!.Count);
        Assert.Equal(["not-json", "too-deep", "too-many-values", "not-json"], talk.Faults.Take(4));
        Assert.Contains("unmatched", talk.Faults);
    }
}
