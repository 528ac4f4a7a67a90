using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>Alarms of the vehicle itself: each begins once and ends once, whatever is cut off in between.</summary>
public sealed class TroubleTests
{
    private const uint Sensors = 0x23;
    private const uint NoGps = 0x3;

    private readonly MavWire _wire = new(3);

    /// <summary>The power goes when the alarm may be on disk already and nothing behind it is.</summary>
    [Fact]
    public async Task Crash_WhileItBegins_TellsItAgainUnderTheSameName()
    {
        var memory = new FakeMemory();
        var held = await HeldAsync(memory, 1, _wire.Heartbeat(), _wire.SysStatus(Sensors, NoGps));

        await using var next = await new Flight(memory).StartAsync();
        await next.SayAsync(_wire.Heartbeat(), _wire.SysStatus(Sensors, NoGps), _wire.SysStatus(Sensors, Sensors));

        Assert.Equal([true, false], next.Alarms.Select(alarm => alarm.Active!.Value));
        Assert.NotNull(held.RepeatKey);
        Assert.Equal((held.RepeatKey, held.Body.Source), (Told(next)[0].RepeatKey, Told(next)[0].Body.Source));
        Assert.StartsWith("sensor/3/gps/begins/", held.Body.Source!.NativeId, StringComparison.Ordinal);
    }

    /// <summary>Nobody says it a second time: what was interrupted is told without waiting for the vehicle.</summary>
    [Fact]
    public async Task Crash_WhileItEnds_TellsThatAgainUnderTheSameName()
    {
        var memory = new FakeMemory();
        var held = await HeldAsync(memory, 3, _wire.Heartbeat(), _wire.SysStatus(Sensors, NoGps), _wire.SysStatus(Sensors, Sensors));

        await using var next = await new Flight(memory).StartAsync();
        await next.UntilAsync(() => next.Alarms.Any(), "the end");
        await next.SayAsync(_wire.Heartbeat(), _wire.SysStatus(Sensors, Sensors));

        Assert.False(((DroneAlarmBody)held.Body).Active);
        Assert.Equal(held.RepeatKey, Assert.Single(Told(next)).RepeatKey);
    }

    [Fact]
    public async Task Vehicles_OfOneLink_EachHaveTheirOwn()
    {
        var other = new MavWire(4);
        await using var flight = await new Flight().StartAsync();

        await flight.SayAsync(_wire.Heartbeat(), other.Heartbeat(), _wire.SysStatus(Sensors, NoGps), other.SysStatus(Sensors, NoGps), other.Battery(2), _wire.SysStatus(Sensors, Sensors));

        Assert.Equal(
            [("sys-3", "sensor", true), ("sys-4", "sensor", true), ("sys-4", "battery", true), ("sys-3", "sensor", false)],
            flight.Alarms.Select(alarm => (alarm.Vehicle, alarm.Alarm, alarm.Active!.Value)));
    }

    [Fact]
    public async Task Contact_ThatChatters_IsBoundedAndItsLastIsTold()
    {
        await using var flight = await new Flight().StartAsync();
        await flight.SayAsync(_wire.Heartbeat());

        for (int i = 0; i <= 200; i++)
        {
            flight.Ports.Say(_wire.SysStatus(Sensors, i % 2 == 0 ? NoGps : Sensors));
        }

        await flight.PassAsync(TimeSpan.FromSeconds(3), () => flight.Ports.Say(_wire.Heartbeat()));

        Assert.InRange(flight.Alarms.Count(), 20, 40);
        Assert.True(flight.Alarms.Last().Active);
    }

    /// <summary>It was taken out; the one that is told goes on standing.</summary>
    [Fact]
    public async Task Battery_ThatIsToldNoMore_EndsAndSaysWhy()
    {
        await using var flight = await new Flight { Step = TimeSpan.FromSeconds(1) }.StartAsync();
        await flight.SayAsync(_wire.Heartbeat(), _wire.Battery(2), _wire.Battery(3, id: 1));

        await flight.PassAsync(TimeSpan.FromSeconds(55), Say);
        Assert.Equal(2, flight.Alarms.Count());
        await flight.PassAsync(TimeSpan.FromSeconds(10), Say);

        var ended = flight.Alarms.Last();
        Assert.Equal(("1", "critical", false), (ended.Name, ended.Code, ended.Active));
        Assert.Equal(["NOT_TOLD"], ended.Flags);
        Assert.Equal(3, flight.Alarms.Count());

        void Say()
        {
            flight.Ports.Say(_wire.Heartbeat());
            flight.Ports.Say(_wire.Battery(0));
        }
    }

    [Fact]
    public async Task Battery_OfAVehicleThatIsAway_IsNotForgotten()
    {
        var memory = new FakeMemory();
        await using (var flight = await new Flight(memory) { Step = TimeSpan.FromSeconds(1) }.StartAsync())
        {
            await flight.SayAsync(_wire.Heartbeat(), _wire.Battery(2));
            await flight.PassAsync(TimeSpan.FromSeconds(90));
            await flight.SayAsync(_wire.Heartbeat());
            await flight.PassAsync(TimeSpan.FromSeconds(3));
            Assert.Single(flight.Alarms);
        }

        await using var next = await new Flight(memory) { Step = TimeSpan.FromSeconds(1) }.StartAsync();
        await next.PassAsync(TimeSpan.FromSeconds(50), () => next.Ports.Say(_wire.Heartbeat()));
        Assert.Empty(next.Alarms);
        await next.PassAsync(TimeSpan.FromSeconds(15), () => next.Ports.Say(_wire.Heartbeat()));
        Assert.False(Assert.Single(next.Alarms).Active);
    }

    private static List<Reading> Told(Flight flight) => [.. flight.Sink.Entered.Where(reading => reading.Body is DroneAlarmBody)];

    /// <summary>Says it to a gateway that is cut off while its disk takes the reading behind the first <paramref name="free"/>.</summary>
    /// <returns>That reading; the memory is left as it was then.</returns>
    private static async Task<Reading> HeldAsync(FakeMemory memory, int free, params byte[][] frames)
    {
        var flight = new Flight(memory) { Sink = new FakeSink { Holds = true, Free = free } };
        await flight.StartAsync();
        foreach (byte[] frame in frames)
        {
            flight.Ports.Say(frame);
        }

        await Eventually.TrueAsync(() => flight.Sink.Entered.Count > free, "the reading is on its way to the disk");
        memory.Refuses = true;
        await flight.DisposeAsync();
        memory.Refuses = false;
        return flight.Sink.Entered.ElementAt(free);
    }
}
