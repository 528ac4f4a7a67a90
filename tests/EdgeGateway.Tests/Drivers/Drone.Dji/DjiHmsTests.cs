using EdgeGateway.Drivers.Drone.Dji;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using static EdgeGateway.Tests.Drivers.Drone.Dji.DjiConversation;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>Every list is complete: what is new begins, what is missing ends, over restarts and refusing disks.</summary>
public sealed class DjiHmsTests
{
    private const string One = """{"code":"0x16100083","device_type":"0-91-1","level":2,"module":3,"in_the_sky":1,"imminent":1,"args":{"component_index":0,"sensor_index":0}}""";
    private const string Two = """{"code":"0x12040000","device_type":"3-2-0","level":"1","in_the_sky":0,"args":{"component_index":0,"sensor_index":0}}""";

    [Fact]
    public async Task List_NewThenEmpty_BeginsAndEnds()
    {
        await using var talk = await new DjiConversation { Options = Usual with { HmsTexts = new Dictionary<string, string> { ["fpv_tip_0x16100083_in_the_sky"] = "Come down" } } }.StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Events, Hms("h1", One));
        await talk.Brokers.SendAsync(Events, Hms("h2", One));
        await talk.Brokers.SendAsync(Events, Hms("h3"));

        var alarms = talk.Alarms("hms").ToArray();
        Assert.Equal([true, false], alarms.Select(body => body.Active!.Value));
        Assert.All(alarms, body => Assert.Equal((Air, "0x16100083", "fpv_tip_0x16100083_in_the_sky", "major", "Come down"), (body.Vehicle, body.Code, body.Name, body.Severity, body.Text)));
        Assert.Equal([Lane.Alarm, Lane.Event], talk.Sink.Entered.Where(reading => reading.Body is DroneAlarmBody).Select(reading => reading.Lane));
        Assert.DoesNotContain(talk.Brokers.Published, one => one.Topic.EndsWith("events_reply", StringComparison.Ordinal));
    }

    [Fact]
    public async Task List_OfSeveral_OnlyTheDifferenceIsTold()
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.NameAsync();

        await talk.Brokers.SendAsync(Events, Hms("h1", One, Two));
        await talk.Brokers.SendAsync(Events, Hms("h2", Two));

        Assert.Equal(
            [(Air, "0x16100083", true), (Dock, "0x12040000", true), (Air, "0x16100083", false)],
            talk.Alarms("hms").Select(body => (body.Vehicle, body.Code!, body.Active!.Value)));
        Assert.Equal(("dock_tip_0x12040000", "dock", "minor"), talk.Alarms("hms").Where(body => body.Vehicle == Dock).Select(body => (body.Name!, body.VehicleType!, body.Severity)).Single());
    }

    [Fact]
    public async Task List_AfterLanding_IsTheSameAlarm()
    {
        await using var talk = await new DjiConversation().StartAsync();

        await talk.Brokers.SendAsync(Events, Hms("h1", One));
        await talk.Brokers.SendAsync(Events, Hms("h2", One.Replace("\"in_the_sky\":1", "\"in_the_sky\":0", StringComparison.Ordinal)));

        Assert.Single(talk.Alarms("hms"));
    }

    [Theory]
    [InlineData("""{"list":[{"level":2}]}""")]
    [InlineData("""{"list":"none"}""")]
    [InlineData("{}")]
    public async Task List_PartlyUnreadable_EndsNothing(string data)
    {
        await using var talk = await new DjiConversation().StartAsync();
        await talk.Brokers.SendAsync(Events, Hms("h1", One));

        await talk.Brokers.SendAsync(Events, Event("hms", data, "h2", needReply: 0));

        Assert.Single(talk.Alarms("hms"));
        Assert.Contains((FaultKind.Garbled, "hms-entry"), talk.Host!.Faults);
    }

    [Fact]
    public async Task List_AfterARestart_IsNotToldTwiceAndEnds()
    {
        var memory = new FakeMemory();
        await using (var before = await new DjiConversation { Memory = memory }.StartAsync())
        {
            await before.Brokers.SendAsync(Events, Hms("h1", One, Two));
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.Brokers.SendAsync(Events, Hms("h2", Two));

        Assert.Equal(("0x16100083", false), talk.Alarms("hms").Select(body => (body.Code!, body.Active!.Value)).Single());
    }

    [Fact]
    public async Task List_KilledBetweenDiskAndMemory_IsToldAgainUnderTheSameIdentifier()
    {
        var memory = new FakeMemory();
        string first;
        await using (var before = await new DjiConversation { Memory = memory, Sink = new FakeSink { Holds = true } }.StartAsync())
        {
            var sending = before.Brokers.SendAsync(Events, Hms("h1", One));
            first = before.Alarms("hms").Single().Source!.NativeId!;
            await before.StopAsync();
            await sending;
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.Brokers.SendAsync(Events, Hms("h2", One));

        Assert.Equal(first, talk.Alarms("hms").Single().Source!.NativeId);
    }

    [Fact]
    public async Task List_DiskRefuses_IsToldWithTheNextUnderTheSameIdentifier()
    {
        var memory = new FakeMemory();
        string first;
        await using (var before = await new DjiConversation { Memory = memory, Sink = new FakeSink { Refuses = true } }.StartAsync())
        {
            await before.Brokers.SendAsync(Events, Hms("h1", One));
            Assert.Equal(1, before.Brokers.Untaken);
            first = before.Alarms("hms").First().Source!.NativeId!;
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.Brokers.SendAsync(Events, Hms("h1", One));

        Assert.Equal(first, talk.Alarms("hms").Single().Source!.NativeId);
    }

    [Fact]
    public async Task List_WithoutEnd_BeginsWhatCanBeRememberedAndEndsAllOfThatAfterARestart()
    {
        var memory = new FakeMemory();
        string[] begun;
        await using (var before = await new DjiConversation { Memory = memory }.StartAsync())
        {
            for (int i = 0; i < 10; i++)
            {
                int from = i * 40;
                await before.Brokers.SendAsync(Events, Hms($"h{i}", [.. Enumerable.Range(from, 40).Select(code => One.Replace("0x16100083", $"0x{code:x8}", StringComparison.Ordinal)), "{}"]));
            }

            begun = [.. before.Alarms("hms").Select(body => body.Code!)];
            Assert.InRange(begun.Length, 100, 128);
            Assert.Contains((FaultKind.Garbled, "too-many-alarms"), before.Host!.Faults);
        }

        await using var talk = await new DjiConversation { Memory = memory }.StartAsync();
        await talk.Brokers.SendAsync(Events, Hms("end"));

        Assert.Equal(begun.Order(), talk.Alarms("hms").Where(body => body.Active == false).Select(body => body.Code!).Order());
    }

    private static string Hms(string tid, params string[] alarms) => Event("hms", $$"""{"list":[{{string.Join(',', alarms)}}]}""", tid, needReply: 0);
}
