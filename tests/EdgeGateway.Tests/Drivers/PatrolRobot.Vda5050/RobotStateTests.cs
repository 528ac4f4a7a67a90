using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Vda5050;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PatrolRobot.Vda5050;

public sealed class RobotStateTests
{
    /// <summary>A contact that chatters is told so often, and how it is in the end.</summary>
    [Fact]
    public async Task State_Chattering_IsBoundedAndItsLastIsTold()
    {
        await using var talk = await new RobotTalk().StartAsync();
        for (int i = 0; i <= 600; i++)
        {
            await talk.SayAsync(RobotWords.StateOf(i, ("driving", i % 2 == 0)));
        }

        int told = talk.States.Count();
        Assert.InRange(told, 500, 530);
        await talk.SayAsync(RobotWords.ConnectionOf(1, "OFFLINE"), RobotWords.Connection);
        Assert.Equal(told + 1, talk.States.Count());
        await talk.SayAsync(RobotWords.StateOf(601, ("driving", false)));
        await Eventually.TrueAsync(
            () =>
            {
                talk.Time.Advance(TimeSpan.FromSeconds(1));
                return talk.States.Last().Body is { Online: true, Driving: false };
            },
            "the last one");
    }

    [Fact]
    public async Task State_First_TellsAllThatIsKnown()
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(RobotWords.StateOf(1));

        var (lane, body) = Assert.Single(talk.States);
        Assert.Equal((Lane.Event, "patrol-1", "agv", true, 100.0, 0.0, "hall-1", true), (lane, body.Vehicle, body.VehicleType, body.Online, body.X, body.Y, body.Map, body.Localised));
        Assert.Equal((1.0, true, false, "AUTOMATIC", "NONE", false), (body.SpeedMps, body.Driving, body.Paused, body.Mode, body.EmergencyStop, body.FieldViolation));
        Assert.Equal((81.5, 25.1, false), (body.Battery!.Percent, body.Battery.VoltageV, body.Charging));
        Assert.Equal(("patrol-7", 2, "active", "n1"), (body.Mission!.Id, body.Mission.Index, body.Mission.State, body.LastNode));
        Assert.Contains("online", body.Changed!);
        Assert.Equal("state/1@2026-11-22T03:32:01.000Z", body.Source!.NativeId);
        var reading = talk.Sink.Entered.Single();
        Assert.Equal((TimeOrigin.Device, 1_000L), (reading.TimeFrom, reading.DeviceOffsetMs));
    }

    /// <summary>The map is turned by 90 degrees: its x points north.</summary>
    [Fact]
    public async Task Position_MapIsLaidOnTheEarth_IsThereAndTheSiteSeesIt()
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(RobotWords.StateOf(1));

        var body = talk.States.Single().Body;
        Assert.Equal((23.3924 + (100 / 110_750.0), 113.2988), (body.Position!.Lat, body.Position.Lon), new Within(1e-5));
        Assert.Equal(0, body.HeadingDeg);
        var seen = Assert.Single(talk.Seen);
        Assert.Equal((true, null, 1.0, 81.5, body.Position), (seen.Online, seen.Airborne, seen.SpeedMps, seen.BatteryPercent, seen.Position));
        Assert.Equal(("cam-1", "robot-vda5050", "patrol-1", "state"), (seen.From.Device, seen.From.Driver, seen.Vehicle, seen.Source));

        await talk.SayAsync(RobotWords.StateOf(2, ("agvPosition", null), ("batteryState", null)));
        Assert.Null(talk.Seen[1].Position);
        Assert.Null(talk.Seen[1].BatteryPercent);
    }

    [Theory]
    [InlineData("""{ "x": 1, "y": 2, "theta": 0, "mapId": "cellar", "positionInitialized": true }""", "map-unknown")]
    [InlineData("""{ "x": 1, "y": 2, "theta": 0, "mapId": "hall-1", "positionInitialized": false }""", null)]
    [InlineData("""{ "x": 1e9, "y": 2, "theta": 0, "mapId": "hall-1", "positionInitialized": true }""", "value-impossible")]
    [InlineData("""{ "x": "NaN", "y": 2, "theta": 0, "mapId": "hall-1", "positionInitialized": true }""", "value-impossible")]
    public async Task Position_NotToBeBelieved_IsNone(string place, string? fault)
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(RobotWords.StateOf(1, ("agvPosition", JsonNode.Parse(place))));

        Assert.Null(talk.States.Single().Body.Position);
        Assert.Equal(fault is null ? [] : [fault], talk.Faults);
    }

    [Fact]
    public async Task State_Unchanged_IsToldAtMostOnceASecondAndTheSiteSeesAll()
    {
        await using var talk = await new RobotTalk().StartAsync();
        for (int id = 0; id < 50; id++)
        {
            await talk.SayAsync(RobotWords.StateOf(id));
            talk.Time.Advance(TimeSpan.FromMilliseconds(100));
        }

        Assert.Equal((1, 4), (talk.States.Count(state => state.Lane == Lane.Event), talk.States.Count(state => state.Lane == Lane.Telemetry)));
        Assert.Equal(50, talk.Seen.Count);
        Assert.All(talk.Seen, facts => Assert.True(facts.IsConfigured));
        Assert.All(talk.States.Skip(1), state => Assert.Null(state.Body.Changed));
    }

    [Theory]
    [InlineData("driving", "false", "driving")]
    [InlineData("paused", "true", "paused mission")]
    [InlineData("operatingMode", "\"MANUAL\"", "mode")]
    [InlineData("lastNodeId", "\"n2\"", "lastNode")]
    [InlineData("nodeStates", "[]", "mission")]
    [InlineData("orderId", "\"patrol-8\"", "mission")]
    [InlineData("safetyState", """{ "eStop": "NONE", "fieldViolation": true }""", "fieldViolation")]
    [InlineData("batteryState", """{ "batteryCharge": 81, "charging": true }""", "charging")]
    public async Task State_SomethingChanges_IsToldAtOnceWithItsName(string name, string value, string changed)
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1));

        await talk.SayAsync(RobotWords.StateOf(2, (name, JsonNode.Parse(value))));

        var (lane, body) = talk.States.Last();
        Assert.Equal((Lane.Event, changed), (lane, string.Join(' ', body.Changed!)));
    }

    [Fact]
    public async Task State_KeysAreMissing_SaysNothingOfThem()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1, ("errors", new JsonArray(RobotWords.Error("lidar", "FATAL")))));

        await talk.SayAsync("""{ "driving": false }""");

        var body = talk.States.Last().Body;
        Assert.Equal((false, "AUTOMATIC", 100.0), (body.Driving, body.Mode, body.X));
        Assert.Equal("driving", Assert.Single(body.Changed!));
        Assert.Single(talk.Alarms);
        Assert.Empty(talk.Faults);
    }

    [Fact]
    public async Task Connection_RetainedThenLastWill_GoesOnlineAndOff()
    {
        await using var talk = new RobotTalk();
        await talk.SayAsync(RobotWords.ConnectionOf(1, "ONLINE"), RobotWords.Connection, retain: true);
        await talk.StartAsync();
        await Eventually.TrueAsync(() => talk.States.Count() == 1, "the retained word");
        await talk.SayAsync(RobotWords.StateOf(1));

        await talk.SayAsync(RobotWords.ConnectionOf(0, "CONNECTIONBROKEN"), RobotWords.Connection);

        Assert.Equal([(true, "ONLINE"), (true, "ONLINE"), (false, "CONNECTIONBROKEN")], talk.States.Select(state => (state.Body.Online, state.Body.Connection)));
        Assert.Equal("online connection", string.Join(' ', talk.States.Last().Body.Changed!));
        Assert.Equal((false, "connection"), (talk.Seen[^1].Online, talk.Seen[^1].Source));

        // Where it was is not where it is: an old place is no new one.
        Assert.Null(talk.Seen[^1].Position);
        Assert.Null(talk.Seen[^1].BatteryPercent);

        // Its time is that of the connect that it belongs to: it happened now.
        Assert.Equal(TimeOrigin.Gateway, talk.Sink.Entered.Last().TimeFrom);
        await talk.SayAsync(RobotWords.StateOf(2));
        Assert.True(talk.States.Last().Body.Online);
    }

    [Fact]
    public async Task Silence_RobotThatIsSaidToBeThere_IsNot()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1));
        await Eventually.TrueAsync(() => talk.Time.Timers > 0, "it is being watched");

        talk.Time.Advance(TimeSpan.FromSeconds(88));
        Assert.Single(talk.States);
        talk.Time.Advance(TimeSpan.FromSeconds(4));

        await Eventually.TrueAsync(() => talk.States.Count() == 2, "it is not there");
        Assert.Equal((false, "online"), (talk.States.Last().Body.Online, string.Join(' ', talk.States.Last().Body.Changed!)));
        Assert.Contains("no-state", talk.Faults);
    }

    [Fact]
    public async Task Silence_RobotThatSleeps_IsThere()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.ConnectionOf(1, "HIBERNATING"), RobotWords.Connection);
        await Eventually.TrueAsync(() => talk.Time.Timers > 0, "it is being watched");

        talk.Time.Advance(TimeSpan.FromMinutes(10));
        await talk.SayAsync(RobotWords.ConnectionOf(1, "HIBERNATING"), RobotWords.Connection);

        Assert.True(Assert.Single(talk.States).Body.Online);
    }

    [Fact]
    public async Task Header_RepeatedGapAndRestart_AreCountedAndOnlyTheRepeatIsDropped()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(7));
        await talk.SayAsync(RobotWords.StateOf(7, ("driving", false)));
        await talk.SayAsync(RobotWords.StateOf(9, ("paused", true)));
        await talk.SayAsync(RobotWords.StateOf(0, ("paused", true), ("lastNodeId", "dock")));

        Assert.Equal(["message-repeated", "messages-missing", "counter-restarted"], talk.Faults);
        Assert.Equal(["n1", "n1", "dock"], talk.States.Select(state => state.Body.LastNode));
        Assert.Equal("COUNTER_RESTARTED", Assert.Single(talk.States.Last().Body.Flags!));
        Assert.Null(talk.States.First().Body.Flags);
    }

    [Fact]
    public async Task Message_NotOfThisRobotRetainedOrUnreadable_IsCountedAndNothingElse()
    {
        await using var talk = await new RobotTalk().StartAsync();
        await talk.SayAsync(RobotWords.StateOf(1, ("serialNumber", "R2-018")));
        await talk.SayAsync("[1]");
        await talk.SayAsync("{\"errors\":");
        await talk.SayAsync("{\"errors\":[{\"errorType\":\"\\ud800\"}]}");
        Assert.Empty(talk.Sink.Entered);

        Assert.Equal(["foreign-serial", "not-an-object", "not-json", "not-json"], talk.Faults);
        Assert.Equal(0, talk.Host.SignsOfLife);
    }

    [Fact]
    public async Task State_Retained_IsNotBelieved()
    {
        await using var talk = new RobotTalk();
        await talk.SayAsync(RobotWords.StateOf(1), retain: true);

        await talk.StartAsync();

        await Eventually.TrueAsync(() => talk.Faults.Count == 1, "it came");
        Assert.Equal("state-retained", talk.Faults[0]);
        Assert.Empty(talk.Sink.Entered);
    }

    [Fact]
    public async Task Clock_FarOff_IsFlaggedAndNotUsed()
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(RobotWords.StateOf(1, ("timestamp", "1970-01-01T00:00:07.000Z")));

        var reading = talk.Sink.Entered.Single();
        Assert.Equal((TimeOrigin.Gateway, "CLOCK_OFF"), (reading.TimeFrom, Assert.Single(reading.Body.Flags!)));
        Assert.Single(talk.Host.Clocks);
    }

    [Fact]
    public async Task Version3_ItsOwnNames_AreUnderstood()
    {
        await using var talk = await new RobotTalk(robot: new VdaRobot("vda5050", 3, "ACME", "R3")).StartAsync();
        const string Prefix = "vda5050/v3/ACME/R3/";
        await talk.SayAsync("""{ "headerId": 1, "version": "3.0.0", "serialNumber": "R3", "typeSpecification": { "seriesName": "Patrol 3" } }""", Prefix + "factsheet");
        await talk.SayAsync(
            """
            { "headerId": 1, "timestamp": "2026-11-22T03:32:00Z", "version": "3.0.0", "manufacturer": "ACME", "serialNumber": "R3", "orderId": "", "driving": false,
              "mobileRobotPosition": { "x": 1, "y": 2, "theta": 1, "mapId": "hall-1", "localized": true }, "operatingMode": "INTERVENED", "nodeStates": [], "edgeStates": [],
              "powerSupply": { "stateOfCharge": 55, "batteryCurrent": -3.5, "charging": true, "range": 900 }, "errors": [],
              "safetyState": { "activeEmergencyStop": "REMOTE", "fieldViolation": false } }
            """,
            Prefix + "state");
        await talk.SayAsync(RobotWords.ConnectionOf(1, "CONNECTION_BROKEN").Replace("R2-017", "R3", StringComparison.Ordinal), Prefix + "connection");

        var body = talk.States.ElementAt(1).Body;
        Assert.Equal(("Patrol 3", "INTERVENED", "REMOTE", 55.0, true, true), (body.Model, body.Mode, body.EmergencyStop, body.Battery!.Percent, body.Charging, body.Localised));
        Assert.Null(body.Mission);
        Assert.Equal("emergency-stop", Assert.Single(talk.Alarms).Alarm);
        Assert.False(talk.States.Last().Body.Online);
    }

    [Fact]
    public async Task Version_NotTheConfiguredOne_IsCountedAndReadAllTheSame()
    {
        await using var talk = await new RobotTalk().StartAsync();

        await talk.SayAsync(RobotWords.StateOf(1, ("version", "3.0.0"), ("mobileRobotPosition", JsonNode.Parse("""{ "x": 7, "y": 8, "mapId": "hall-1", "localized": true }"""))));

        Assert.Equal(7, talk.States.Single().Body.X);
        Assert.Equal(["version-differs"], talk.Faults);
    }

    [Fact]
    public async Task Disk_Refuses_EndsTheConversationAndTheNextTellsItAgain()
    {
        await using (var talk = await new RobotTalk(sink: new Contract.FakeSink { Refuses = true }).StartAsync())
        {
            await Assert.ThrowsAsync<StoreRefusedException>(() => talk.SayAsync(RobotWords.StateOf(1)));
            await Assert.ThrowsAsync<StoreRefusedException>(() => talk.Running.WaitAsync(TimeSpan.FromSeconds(60)));
            Assert.Equal(["reading-not-stored"], talk.Faults);
        }

        await using var next = await new RobotTalk().StartAsync();
        await next.SayAsync(RobotWords.StateOf(2));
        Assert.Single(next.States);
    }

    private sealed class Within(double most) : IEqualityComparer<(double, double)>
    {
        public bool Equals((double, double) x, (double, double) y) => Math.Abs(x.Item1 - y.Item1) < most && Math.Abs(x.Item2 - y.Item2) < most;

        public int GetHashCode((double, double) obj) => 0;
    }
}
