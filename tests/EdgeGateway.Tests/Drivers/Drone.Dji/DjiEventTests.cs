using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

public sealed class DjiEventTests
{
    private const string EventsReply = $"thing/product/{Dock}/events_reply";
    private const string Upload =
        """{"result":0,"file":{"name":"a.jpg","path":"media","object_key":"media/a.jpg","ext":{"flight_id":"F1","is_original":true},"metadata":{"absolute_altitude":"90.1","relative_altitude":"41.5","gimbal_yaw_degree":"-90.5","create_time":"2026-01-05 09:10","shoot_position":{"lat":"39.91","lng":116.39}}}}""";

    /// <summary>What is one too many is not answered: with need_reply it comes again, and is told then.</summary>
    [Fact]
    public async Task Events_WithoutEnd_AreBoundedAndNotAnswered()
    {
        await using var talk = await new DjiConversation().StartAsync();
        for (int i = 0; i < 600; i++)
        {
            await talk.Brokers.SendAsync(Events, Event("chatter", $$"""{"status":"s{{i}}"}""", $"t{i}"));
        }

        int told = talk.Told<DroneMessageBody>().Count();
        Assert.InRange(told, 500, 530);
        await talk.AnsweredAsync(EventsReply, told);
        Assert.Contains((FaultKind.Busy, "too-many-events"), talk.Host!.Faults);
        talk.Time.Advance(TimeSpan.FromSeconds(1));
        await talk.Brokers.SendAsync(Events, Event("chatter", """{"status":"s599"}""", "t599"));
        Assert.Equal(told + 1, talk.Told<DroneMessageBody>().Count());
    }

    [Fact]
    public async Task Upload_IsACaptureAndAnswered()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Events, Event("file_upload_callback", Upload));

        var reading = talk.Sink.Entered.Single(one => one.Body is DroneCaptureBody);
        var capture = (DroneCaptureBody)reading.Body;
        Assert.Equal((Lane.Event, "b1/t1"), (reading.Lane, capture.Source!.NativeId));
        Assert.Equal((Air, true, "media/a.jpg", "F1", 41.5, 269.5), (capture.Vehicle, capture.Success, capture.File, capture.MissionId, capture.AltitudeRelativeM, capture.CameraYawDeg));
        Assert.Equal((39.91, 116.39), (capture.Position!.Lat, capture.Position.Lon));
        await talk.AnsweredAsync(EventsReply, 1);
        var reply = talk.Brokers.On(EventsReply).Single();
        Assert.Equal(("t1", "b1", "file_upload_callback", 0), (reply["tid"]!.GetValue<string>(), reply["bid"]!.GetValue<string>(), reply["method"]!.GetValue<string>(), reply["data"]!["result"]!.GetValue<int>()));
        Assert.Equal(talk.Time.GetUtcNow().ToUnixTimeMilliseconds(), reply["timestamp"]!.GetValue<long>());
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("0", false)]
    [InlineData("2", false)]
    [InlineData("null", false)]
    public async Task Event_IsAnsweredExactlyWhenItAsks(string needReply, bool answered)
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Events, Event("some_notify", "{}").Replace("\"need_reply\":1", $"\"need_reply\":{needReply}", StringComparison.Ordinal));
        await talk.Brokers.SendAsync(Events, Event("last_notify", "{}", "t9"));

        await talk.AnsweredAsync(EventsReply, answered ? 2 : 1);
        Assert.Equal(2, talk.Told<DroneMessageBody>().Count());
    }

    [Fact]
    public async Task Event_NotYetSafe_IsNotAnswered()
    {
        var sink = new FakeSink { Holds = true };
        await using var talk = await new DjiConversation { Sink = sink }.StartAsync();

        var sending = talk.Brokers.SendAsync(Events, Event("file_upload_callback", Upload));
        await Eventually.TrueAsync(() => sink.Entered.Count == 1, "the capture");

        Assert.False(sending.IsCompleted);
        Assert.Empty(talk.Brokers.Published);
        sink.Release();
        await sending;
        await talk.AnsweredAsync(EventsReply, 1);
    }

    [Fact]
    public async Task Event_DiskRefuses_IsNotAnsweredAndTheDeviceRepeatsIt()
    {
        await using var talk = await new DjiConversation { Sink = new FakeSink { Refuses = true } }.StartAsync();

        await talk.Brokers.SendAsync(Events, Event("file_upload_callback", Upload));

        Assert.Empty(talk.Brokers.Published);
        Assert.Equal([(FaultKind.Busy, "not-answered")], talk.Host!.Faults);
        Assert.False(talk.Running.IsCompleted);
    }

    [Theory]
    [InlineData("some_notify", "{}")]
    [InlineData("hms", """{"list":[{"code":"0x1","device_type":"0-91-1","level":2}]}""")]
    [InlineData("flighttask_progress", """{"output":{"status":"ok","ext":{"flight_id":"F1"} } }""")]
    public async Task Event_ThatIsNotRepeatedAndTheDiskRefuses_StaysWithTheBroker(string method, string data)
    {
        await using (var talk = await new DjiConversation { Sink = new FakeSink { Refuses = true } }.StartAsync())
        {
            await talk.Brokers.SendAsync(Events, Event(method, data, needReply: 0));

            Assert.Equal(1, talk.Brokers.Untaken);
            await Assert.ThrowsAsync<StoreRefusedException>(() => talk.Running.WaitAsync(TimeSpan.FromSeconds(60)));
            Assert.Contains((FaultKind.Busy, "reading-not-stored"), talk.Host!.Faults);
        }

        await using var next = await new DjiConversation().StartAsync();
        await next.Brokers.SendAsync(Events, Event(method, data, needReply: 0));
        Assert.Equal(0, next.Brokers.Untaken);
        Assert.Equal(1, next.Sink.Stored);
    }

    [Fact]
    public async Task Event_Repeated_HasTheSameKeyAndIsAnsweredAgain()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Events, Event("file_upload_callback", Upload));
        await talk.Brokers.SendAsync(Events, Event("file_upload_callback", Upload));
        await talk.Brokers.SendAsync(Events, Event("file_upload_callback", Upload.Replace("a.jpg", "b.jpg", StringComparison.Ordinal)));

        await talk.AnsweredAsync(EventsReply, 3);
        var keys = talk.Sink.Entered.Where(one => one.Body is DroneCaptureBody).Select(one => one.RepeatKey).ToArray();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[0], keys[2]);
    }

    [Fact]
    public async Task Progress_OfATask_IsStateWhenItChanges()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();
        static string Progress(string status, int percent, string tid) =>
            Event("flighttask_progress", $$$"""{"output":{"status":"{{{status}}}","progress":{"current_step":5,"percent":"{{{percent}}}"},"ext":{"flight_id":"F1","current_waypoint_index":{{{percent / 10}}} } }, "result":0}""", tid, needReply: 0);

        await talk.Brokers.SendAsync(Events, Progress("in_progress", 10, "p1"));
        await talk.Brokers.SendAsync(Events, Progress("in_progress", 20, "p2"));
        await talk.Brokers.SendAsync(Events, Progress("ok", 100, "p3"));
        await talk.Brokers.SendAsync(Events, Progress("partially_done", 100, "p4"));

        Assert.Equal(
            [new VehicleMission("F1", 1, State: "active", Percent: 10), new VehicleMission("F1", 10, State: "complete", Percent: 100), new VehicleMission("F1", 10, State: "partially_done", Percent: 100)],
            talk.Told<DroneStateBody>().Where(body => body.Changed!.Contains("mission")).Select(body => body.Mission));
    }

    [Fact]
    public async Task Progress_BeforeAnythingElseOfTheAircraft_DoesNotCallItOffline()
    {
        await using var talk = await new DjiConversation { Options = Usual with { Vehicles = [new DjiVehicleOptions(Air, Air)] } }.StartAsync();

        await talk.Brokers.SendAsync(Events, Event("flighttask_progress", "{\"output\":{\"status\":\"failed\"}}"));

        Assert.True(talk.Told<DroneStateBody>().Single().Online);
    }

    [Fact]
    public async Task Progress_OvertakenByALaterOne_IsToldUnderItsKeyAndIsNotHowItStands()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Events, Progress("in_progress", "p1", "F1", 2));
        await talk.Brokers.SendAsync(Events, Progress("ok", "p2", "F1", 3));
        await talk.Brokers.SendAsync(Events, Progress("in_progress", "p1", "F1", 2));
        await talk.Brokers.SendAsync(Events, Progress("paused", "p0", "F1", 1));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));

        await talk.AnsweredAsync(EventsReply, 4);
        var told = talk.Sink.Entered.Where(one => one.Body is DroneStateBody { Mission: not null }).ToArray();
        Assert.Equal(["active", "complete", "active", "paused", "complete"], told.Select(one => ((DroneStateBody)one.Body).Mission!.State));
        Assert.Equal(told[0].RepeatKey, told[2].RepeatKey);
        Assert.Equal(3, told.Take(4).Select(one => one.RepeatKey).Distinct().Count());
    }

    [Fact]
    public async Task Progress_AfterTheClockWasYearsAhead_IsToldAndStands()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Events, Progress("in_progress", "p1", "F1", 126_230_400));
        await talk.Brokers.SendAsync(Events, Progress("ok", "p2", "F1", 3));
        await talk.Brokers.SendAsync(Events, Progress("in_progress", "p3", "F2", 4));
        await talk.Brokers.SendAsync(AirOsd, Osd("""{"mode_code":9}"""));

        Assert.Equal(["F1/active", "F1/complete", "F2/active", "F2/active"], talk.Told<DroneStateBody>().Where(body => body.Mission is not null).Select(body => $"{body.Mission!.Id}/{body.Mission.State}"));
    }

    private static string Progress(string status, string tid, string flight, long second) =>
        Event("flighttask_progress", $$$"""{"output":{"status":"{{{status}}}","ext":{"flight_id":"{{{flight}}}"} } }""", tid)
            .Replace("1767575402000", $"{1767575400000 + (second * 1000)}", StringComparison.Ordinal);

    [Fact]
    public async Task Notice_IsAMessageWithItsPlainValues_AndProgressOnlyWhenItChanges()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Events, Event("device_exit_homing_notify", """{"sn":"AIR001","user_callsign":"Li Lei","action":0,"reason":3,"nested":{"a":1},"output":{"user_id":"u7"},"flag":true}""", "t1"));
        await talk.Brokers.SendAsync(Events, Event("cover_open", """{"result":0,"output":{"status":"in_progress","progress":{"percent":10}}}""", "t2"));
        await talk.Brokers.SendAsync(Events, Event("cover_open", """{"result":0,"output":{"status":"in_progress","progress":{"percent":20}}}""", "t3"));
        await talk.Brokers.SendAsync(Events, Event("cover_open", """{"result":314012,"output":{"status":"failed"}}""", "t4"));

        await talk.AnsweredAsync(EventsReply, 4);
        Assert.Equal(
            [(6, "device_exit_homing_notify action=0 reason=3"), (6, "cover_open result=0 status=in_progress"), (5, "cover_open result=314012 status=failed")],
            talk.Told<DroneMessageBody>().Select(body => (body.Severity, body.Text)));
    }

    [Fact]
    public async Task Event_WithoutAMethod_IsAnsweredAndCounted()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Events, """{"tid":"t","bid":"b","need_reply":1,"data":{}}""");

        await talk.AnsweredAsync(EventsReply, 1);
        Assert.Contains((FaultKind.Garbled, "no-method"), talk.Host!.Faults);
    }

    [Fact]
    public async Task Airsense_AnArray_BeginsGrowsWorseAndEndsWhenNothingMoreComes()
    {
        await using var talk = await new DjiConversation { Options = Usual with { AirsenseLevel = 2 } }.StartAsync();
        await talk.NameAsync();
        static string Warning(int level, string tid) => Event("airsense_warning", $$"""[{"icao":"A1B2C3","warning_level":{{level}},"latitude":39.9,"longitude":116.4,"distance":900},{"icao":"777777","warning_level":1}]""", tid);

        await talk.Brokers.SendAsync(Events, Warning(2, "w1"));
        await talk.Brokers.SendAsync(Events, Warning(2, "w2"));
        await talk.Brokers.SendAsync(Events, Warning(4, "w3"));
        await talk.PassAsync(600, () => talk.Alarms("airsense").Count() == 4);

        Assert.Equal(
            [(true, "minor"), (false, "minor"), (true, "critical"), (false, "critical")],
            talk.Alarms("airsense").OrderBy(body => body.Severity == "critical").Select(body => (body.Active!.Value, body.Severity)));
        Assert.All(talk.Alarms("airsense"), body => Assert.Equal((Air, "A1B2C3"), (body.Vehicle, body.Code)));
        Assert.Equal(39.9, talk.Alarms("airsense").First().Position!.Lat);
        await talk.AnsweredAsync(EventsReply, 3);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""[{"warning_level":3}]""")]
    [InlineData("""[{"icao":"A1B2C3"}]""")]
    [InlineData("""[{"icao":"D4E5F6","warning_level":3}]""")]
    public async Task Airsense_ThatDoesNotSayItIsOver_EndsNothing(string data)
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.Brokers.SendAsync(Events, Event("airsense_warning", """[{"icao":"A1B2C3","warning_level":3}]""", "w1"));

        await talk.Brokers.SendAsync(Events, Event("airsense_warning", data, "w2"));

        Assert.DoesNotContain(talk.Alarms("airsense"), body => body.Active == false);
        await talk.Brokers.SendAsync(Events, Event("airsense_warning", """[{"icao":"A1B2C3","warning_level":1}]""", "w3"));
        Assert.Equal("A1B2C3", talk.Alarms("airsense").Single(body => body.Active == false).Code);
    }

    [Fact]
    public async Task Airsense_EndsAfterARestart_IsNowhereItWasNotSeen()
    {
        var memory = new FakeMemory();
        await using (var before = await new DjiConversation { Memory = memory }.StartAsync())
        {
            await before.Brokers.SendAsync(Events, Event("airsense_warning", """[{"icao":"A1B2C3","warning_level":3,"latitude":39.9,"longitude":116.4}]""", "w1"));
            Assert.Equal(39.9, before.Alarms("airsense").Single().Position!.Lat);
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.Brokers.SendAsync(Events, Event("airsense_warning", """[{"icao":"A1B2C3","warning_level":0}]""", "w2"));

        var end = talk.Alarms("airsense").Single();
        Assert.Equal((false, null, Dock), (end.Active!.Value, end.Position, end.Vehicle));
    }

    [Fact]
    public async Task Progress_OfTwoJobsWithoutAProcess_IsToldOfEach()
    {
        await using var talk = await new DjiConversation().StartAsync();
        foreach (string tid in (string[])["j1", "j2"])
        {
            await talk.Brokers.SendAsync(Events, Event("cover_open", """{"output":{"status":"ok"}}""", tid).Replace("\"bid\":\"b1\",", string.Empty, StringComparison.Ordinal));
        }

        Assert.Equal(2, talk.Told<DroneMessageBody>().Count());
    }

    [Fact]
    public async Task EmergencyStop_Pressed_IsAnAlarmUntilReleased()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(DockOsd, Osd("""{"emergency_stop_state":1}"""));
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"mode_code":0}"""));
        await talk.Brokers.SendAsync(DockOsd, Osd("""{"emergency_stop_state":0}"""));

        Assert.Equal([(true, Dock, "critical"), (false, Dock, "critical")], talk.Alarms("emergency-stop").Select(body => (body.Active!.Value, body.Vehicle, body.Severity)));
        Assert.Equal([Lane.Alarm, Lane.Event], talk.Sink.Entered.Where(reading => reading.Body is DroneAlarmBody).Select(reading => reading.Lane));
    }
}
