using EdgeGateway.Drivers.Generic;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Sensors;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Drivers.Generic;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Generic.Http;

public sealed class GenericHttpTests
{
    private const string Json = "application/json";

    [Theory]
    [InlineData("""{ "plate": "a", "n": 1 }""", Json, 200, """{"taken":1}""", 1)]
    [InlineData("""[ { "plate": "a", "n": 1 }, { "plate": "b", "n": 2 } ]""", Json, 200, """{"taken":2}""", 2)]
    [InlineData("{ \"plate\": \"a\", \"n\": 1 }\n{ \"plate\": \"b\", \"n\": 2 }\n", Json, 200, """{"taken":2}""", 2)]
    [InlineData("no\r\n\r\n{ \"plate\": \"b\", \"n\": 2 }\r\n", "application/x-ndjson", 200, """{"taken":1,"garbled":1}""", 1)]
    [InlineData("\uFEFF{ \"plate\": \"a\", \"n\": 1 }", Json, 200, """{"taken":1}""", 1)]
    [InlineData("""{ "plate": "a" }""", Json, 200, """{"taken":0,"leftOut":{"no-values":1,"value-missing":1}}""", 0)]
    [InlineData("[]", Json, 200, """{"taken":0}""", 0)]
    [InlineData("", Json, 400, """{"error":"not-json"}""", 0)]
    [InlineData("\n\n", "application/x-ndjson", 400, """{"error":"not-json"}""", 0)]
    [InlineData("""{ "plate": "a", "n": 1 """, Json, 400, """{"error":"not-json"}""", 0)]
    [InlineData("""{ "plate": "\ud800", "n": 1 }""", Json, 400, """{"error":"not-json"}""", 0)]
    public async Task Post_Body_IsAnsweredWithWhatBecameOfIt(string body, string type, int status, string answer, int stored)
    {
        await using var talk = await CounterTalk.StartAsync();

        Assert.Equal(status, await talk.Rig.PostAsync(body, type));
        Assert.EndsWith(answer, talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal(stored, talk.Sink.Stored);
    }

    [Fact]
    public async Task Post_TooMuch_IsRefusedAsAWhole()
    {
        await using var talk = await CounterTalk.StartAsync();

        Assert.Equal(422, await talk.Rig.PostAsync(new string('[', 40) + new string(']', 40)));
        Assert.EndsWith("""{"error":"too-deep"}""", talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal(422, await talk.Rig.PostAsync($"[{string.Join(',', Enumerable.Repeat("1", 8192))}]"));
        Assert.EndsWith("""{"error":"too-many-values"}""", talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal(422, await talk.Rig.PostAsync(string.Concat(Enumerable.Repeat("1\n", 1025))));
        Assert.EndsWith("""{"error":"too-many-lines"}""", talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal(413, await talk.Rig.PostAsync($"\"{new string('x', MessageReader.LargestBody)}\""));
        Assert.Empty(talk.Sink.Entered);
    }

    [Fact]
    public async Task Post_LongListOfMessages_IsTakenWhole()
    {
        await using var talk = await CounterTalk.StartAsync();
        string many = string.Join(',', Enumerable.Range(0, 2000).Select(i => $$"""{"plate":"a","n":{{i}}}"""));

        Assert.Equal(200, await talk.Rig.PostAsync($"[{many}]"));

        Assert.EndsWith("""{"taken":2000}""", talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 2000).Select(i => (double?)i), talk.Sink.Entered.Select(reading => ((SensorReadingBody)reading.Body).Values![0].Number));
        Assert.Empty(talk.Faults);
    }

    [Theory]
    [InlineData(false, 200, """{"taken":256,"leftOut":{"too-many-entries":3}}""", 256, 3)]
    [InlineData(true, 422, """{"error":"too-many-entries"}""", 0, 1)]
    public async Task Post_MessageOfTooManyEntries_EachBeyondIsCountedOrItIsRefused(bool refuses, int status, string answer, int stored, int counted)
    {
        var map = MapSite.Rule(""" "kind": "sensor.reading", "type": "t", "each": "a", "values": [ { "name": "n", "path": "." } ] """);
        await using var talk = await CounterTalk.StartAsync(map, refusesUnmatched: refuses);

        Assert.Equal(status, await talk.Rig.PostAsync($$"""{ "a": [ {{string.Join(',', Enumerable.Range(0, 259))}} ] }"""));

        Assert.EndsWith(answer, talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal((stored, counted), (talk.Sink.Stored, talk.Faults.Count(fault => fault == "too-many-entries")));
    }

    [Fact]
    public async Task Post_EventsAgainInOtherGroups_AreEachOneThing()
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "door", "each": "events", "nativeId": [ "$.sn", "id" ] """);
        await using var talk = await CounterTalk.StartAsync(map);

        foreach (string events in (string[])["""{"id":"a"},{"id":"b"}""", """{"id":"b"},{"id":"c"}""", """{"id":"c"}"""])
        {
            Assert.Equal(200, await talk.Rig.PostAsync($$"""{ "sn": 1, "events": [ {{events}} ] }"""));
        }

        string[] ids = [.. talk.Sink.Entered.Select(reading => reading.Body.Source!.NativeId!)];
        Assert.Equal([ids[0], ids[1], ids[1], ids[3], ids[3]], ids);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public async Task Post_IdentifierThatMayBeANumberOfSomebody_LeavesUnderAKeyOfTheDeviceThatIsKept()
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "door", "nativeId": [ "by" ] """);
        var (mine, other) = (new FakeMemory(), new FakeMemory());

        string[] ids = [await IdAsync(mine), await IdAsync(other), await IdAsync(mine)];

        Assert.Equal(ids[0], ids[2]);
        Assert.NotEqual(ids[0], ids[1]);
        Assert.All(ids, id => Assert.Matches("^[0-9a-f]{32}$", id));
        Assert.DoesNotContain(mine.Values, value => value.Contains("13800138000", StringComparison.Ordinal));

        async Task<string> IdAsync(FakeMemory memory)
        {
            await using var talk = await CounterTalk.StartAsync(map, memory: memory);
            Assert.Equal(200, await talk.Rig.PostAsync("""{ "by": "13800138000" }"""));
            return Assert.Single(talk.Sink.Entered).Body.Source!.NativeId!;
        }
    }

    [Theory]
    [InlineData(false, 200, 1)]
    [InlineData(true, 422, 0)]
    public async Task Post_WithAMessageThatNoRuleTakes_IsCountedOrRefused(bool refuses, int status, int stored)
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "door", "when": [ { "path": "door", "exists": true } ] """);
        await using var talk = await CounterTalk.StartAsync(map, refusesUnmatched: refuses);

        Assert.Equal(status, await talk.Rig.PostAsync("""[ { "door": 1 }, { "window": 2 } ]"""));
        Assert.Contains("unmatched", talk.Rig.Answer, StringComparison.Ordinal);
        Assert.Equal(["unmatched"], talk.Faults);
        Assert.Equal(stored, talk.Sink.Stored);
    }

    [Fact]
    public async Task Post_DiskRefuses_Is503AndComesAgain()
    {
        await using var talk = await CounterTalk.StartAsync(sink: new FakeSink { Refuses = true });

        Assert.Equal(503, await talk.Rig.PostAsync("""{ "plate": "a", "n": 1 }"""));
    }

    [Fact]
    public async Task Post_PathBehindTheToken_IsTheTopic()
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "door", "topic": "doors/{door}", "name": { "path": "{door}" } """);
        await using var talk = await CounterTalk.StartAsync(map);

        Assert.Equal(200, await talk.Rig.PostAsync("{}", path: "/doors/north"));
        Assert.Equal("north", Assert.IsType<SensorEventBody>(Assert.Single(talk.Sink.Entered).Body).Name);
    }

    [Fact]
    public async Task Post_InventedNames_StopAtTheBoundAndKnownOnesGoOn()
    {
        var map = MapSite.Map("""{ "mostNames": 3, "rules": [ { "kind": "sensor.event", "type": "t", "name": { "path": "id" } } ] }""");
        await using var talk = await CounterTalk.StartAsync(map);
        for (int i = 0; i < 6; i++)
        {
            Assert.Equal(200, await talk.Rig.PostAsync($$"""{ "id": "x{{i}}" }"""));
        }

        Assert.Equal(200, await talk.Rig.PostAsync("""{ "id": "x0" }"""));
        Assert.Equal(["x0", "x1", "x2", "x0"], talk.Sink.Entered.Select(reading => ((SensorBody)reading.Body).Name));
        Assert.Equal(["too-many-names", "too-many-names", "too-many-names"], talk.Faults);
    }

    [Fact]
    public async Task Alarm_SaidOften_IsToldOnceAtEachEndAlsoOverARestart()
    {
        var memory = new FakeMemory();
        var map = MapSite.Map(MapSite.Example("radiation-portal"));
        var told = new List<Reading>();
        foreach (string[] words in (string[][])[["NONE", "GAMMA", "GAMMA"], ["GAMMA", "NONE", "NONE", "NEUTRON"]])
        {
            await using var talk = await CounterTalk.StartAsync(map, memory: memory);
            foreach (string word in words)
            {
                Assert.Equal(200, await talk.Rig.PostAsync($$"""{ "portal": "P1", "n": {{told.Count}}, "dose": 9, "alarm": "{{word}}", "level": 3, "note": "truck 13800138000" }"""));
            }

            told.AddRange(talk.Sink.Entered);
        }

        var alarms = told.Select(reading => (reading.Lane, Body: (SensorAlarmBody)reading.Body)).ToList();
        Assert.Equal([(Lane.Alarm, true), (Lane.Event, false), (Lane.Alarm, true)], alarms.Select(one => (one.Lane, one.Body.Active!.Value)));
        Assert.All(alarms, one => Assert.Equal(("radiation-high", "radiation-portal", "P1", "critical"), (one.Body.Alarm, one.Body.Type, one.Body.Name, one.Body.Severity)));
        Assert.Contains(new SensorValue("source", Text: "neutron"), alarms[2].Body.Values!);
        Assert.Contains(new SensorValue("note", Text: "truck ***"), alarms[0].Body.Values!);
        Assert.Equal(3, told.Select(reading => reading.RepeatKey).Distinct().Count());
    }

    /// <summary>Begin and end of an alarm of which the disk took only that it is about to be told.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Alarm_TellingWasInterrupted_IsToldAtTheNextStartWithItsOwnTimeAndValues(bool isOpen)
    {
        var memory = new FakeMemory();
        var map = MapSite.Rule(""" "kind": "sensor.alarm", "type": "t", "alarm": "open", "active": { "path": "open" }, "time": { "path": "at" }, "values": [ { "name": "n", "path": "n" } ] """);
        if (!isOpen)
        {
            await using var before = await CounterTalk.StartAsync(map, memory: memory);
            Assert.Equal(200, await before.Rig.PostAsync("""{ "open": true, "at": "2026-11-22T03:00:00Z", "n": 1 }"""));
        }

        string key;
        await using (var full = await CounterTalk.StartAsync(map, new FakeSink { Refuses = true }, memory))
        {
            Assert.Equal(503, await full.Rig.PostAsync($$"""{ "open": {{(isOpen ? "true" : "false")}}, "at": "2026-11-22T03:10:00Z", "n": 2 }"""));
            key = full.Sink.Entered.Single().RepeatKey!;
        }

        await using var talk = await CounterTalk.StartAsync(map, memory: memory);
        await Eventually.TrueAsync(() => talk.Sink.Stored == 1, "what was interrupted");
        Assert.Equal(200, await talk.Rig.PostAsync($$"""{ "open": {{(isOpen ? "true" : "false")}}, "at": "2026-11-22T03:20:00Z", "n": 3 }"""));

        var told = Assert.Single(talk.Sink.Entered);
        Assert.Equal((key, new DateTimeOffset(2026, 11, 22, 3, 10, 0, TimeSpan.Zero)), (told.RepeatKey, told.Time));
        var body = Assert.IsType<SensorAlarmBody>(told.Body);
        Assert.Equal((isOpen, new SensorValue("n", 2)), (body.Active, Assert.Single(body.Values!)));
    }

    [Fact]
    public async Task Reading_ClockOff_KeepsTheGatewaysTimeAndSaysSo()
    {
        var map = MapSite.Rule(""" "kind": "sensor.event", "type": "t", "time": { "path": "at" } """);
        await using var talk = await CounterTalk.StartAsync(map);

        Assert.Equal(200, await talk.Rig.PostAsync("""{ "at": "2031-01-01T00:00:00Z" }"""));

        var reading = Assert.Single(talk.Sink.Entered);
        Assert.Equal((TimeOrigin.Gateway, MapSite.Received), (reading.TimeFrom, reading.Time));
        Assert.Equal(["CLOCK_OFF"], reading.Body.Flags!);
        Assert.Equal("2031-01-01T00:00:00.000Z", reading.Body.Source!.Time);
    }
}
