using EdgeGateway.Drivers.Drone.Mavlink;
using EdgeGateway.Protocol.Model.Drones;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>What an earlier version remembered of alarms that it had told, in a form of its own.</summary>
public sealed class OldTroublesTests
{
    private const uint Sensors = 0x23;
    private const uint NoGps = 0x3;

    private readonly MavWire _wire = new(3);
    private readonly FakeMemory _memory = new();

    [Fact]
    public async Task Alarms_ToldByAnEarlierVersion_DoNotBeginAgainAndEnd()
    {
        await _memory.RememberAsync("troubles", "3/battery/0=low;3/sensor/gps=major;3/sensor/old=major", default);
        await using (var flight = await StartAsync())
        {
            await flight.SayAsync(_wire.Heartbeat(), _wire.SysStatus(Sensors, NoGps), _wire.Battery(2));

            // What has gone during the update ends.
            Assert.Equal([("east", "sensor", "old", false)], Told(flight));
            Assert.Equal(string.Empty, _memory.Recall("troubles"));
        }

        await using var next = await StartAsync();
        await next.SayAsync(_wire.Heartbeat(), _wire.SysStatus(Sensors, Sensors), _wire.Battery(1));

        Assert.Equal([("east", "sensor", "gps", false), ("east", "battery", "0", false)], Told(next));
        Assert.Equal("low", next.Alarms.Last().Code);
    }

    /// <summary>The power goes between the new form and the end of the old one.</summary>
    [Fact]
    public async Task Alarms_TakenOverTwice_StandOnce()
    {
        await _memory.RememberAsync("troubles", "3/sensor/gps=major", default);
        await (await StartAsync()).DisposeAsync();
        await _memory.RememberAsync("troubles", "3/sensor/gps=major", default);

        await using var flight = await StartAsync();
        await flight.SayAsync(_wire.Heartbeat(), _wire.SysStatus(Sensors, Sensors));

        Assert.Equal([("east", "sensor", "gps", false)], Told(flight));
    }

    [Theory]
    [InlineData("3/sensor")]
    [InlineData("300/sensor/gps=major")]
    [InlineData("3/other/gps=major")]
    [InlineData(";;=;")]
    public async Task Alarms_ThatCannotBeRead_AreForgotten(string old)
    {
        await _memory.RememberAsync("troubles", old, default);
        await using var flight = await StartAsync();
        await flight.SayAsync(_wire.Heartbeat(), _wire.SysStatus(Sensors, NoGps));

        Assert.Equal([("east", "sensor", "gps", true)], Told(flight));
        Assert.Equal(string.Empty, _memory.Recall("troubles"));
    }

    private Task<Flight> StartAsync() =>
        new Flight(_memory) { Options = Flight.Quiet with { Fleet = new MavlinkFleet { Vehicles = [new MavlinkVehicleOptions(3, "east")] } } }.StartAsync();

    private static IEnumerable<(string Vehicle, string Alarm, string? Name, bool IsActive)> Told(Flight flight) =>
        flight.Alarms.Select(alarm => (alarm.Vehicle, alarm.Alarm, alarm.Name, alarm.Active!.Value));
}
