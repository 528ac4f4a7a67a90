using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

/// <summary>Alarms over restarts, crashes and refusing disks, and alarms that come too often.</summary>
public sealed class CabinetMemoryTests
{
    [Fact]
    public async Task Restart_WhileAnAlarmStands_TellsItsEndAndNotItsBegin()
    {
        var memory = new FakeMemory();
        await using (var before = new WatchedCabinet(WatchedCabinet.Midnight, memory))
        {
            await before.StartAsync();
            await before.SetAsync(WatchedCabinet.Door, open: true);
            Assert.Single(before.Told);
        }

        await using var after = new WatchedCabinet(WatchedCabinet.Midnight, memory);
        after.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(true);
        await after.StartAsync();
        await after.PassAsync(5);
        Assert.Empty(after.Told);

        await after.SetAsync(WatchedCabinet.Door, open: false);
        Assert.Equal(["event door-open door ends critical night"], after.Told);
        Assert.All(Slots(memory), Assert.Empty);
    }

    [Fact]
    public async Task Restart_AlarmEndedMeanwhile_TellsTheEnd()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", "s|mains-lost|critical|n|1795363200000|mains", default);
        await using var cabinet = new WatchedCabinet(memory: memory);
        await cabinet.StartAsync();
        await cabinet.PassAsync(5);

        Assert.Equal(["event mains-lost mains ends critical night"], cabinet.Told);
        Assert.Equal("mains-lost/mains/1795363200000/ends", cabinet.Alarms[0].Source!.NativeId);
    }

    [Theory]
    [InlineData("b|door-open|critical|n|1795363200000|door", true, "alarm door-open door begins critical night")]
    [InlineData("b|door-open|critical|n|1795363200000|door", false, "alarm door-open door begins critical night,event door-open door ends critical night")]
    [InlineData("e|door-open|critical|n|1795363200000|door", false, "event door-open door ends critical night")]
    [InlineData("e|door-open|critical|n|1795363200000|door", true, "event door-open door ends critical night,event door-open door begins notice day")]
    public async Task Crash_InTheMiddleOfTelling_IsToldAgainUnderTheSameName(string memorised, bool open, string told)
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", memorised, default);
        await using var cabinet = new WatchedCabinet(memory: memory);
        cabinet.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(open);
        await cabinet.StartAsync();
        await cabinet.PassAsync(5);

        Assert.Equal(told, string.Join(',', cabinet.Told));
        Assert.StartsWith("door-open/door/1795363200000/", cabinet.Alarms[0].Source!.NativeId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Disk_RefusesTheAlarm_IsToldInTheNextConversationUnderTheSameName()
    {
        var memory = new FakeMemory();
        string? first;
        await using (var before = new WatchedCabinet(WatchedCabinet.Midnight, memory) { Sink = new FakeSink { Refuses = true } })
        {
            await before.StartAsync();
            await Assert.ThrowsAsync<StoreRefusedException>(() => before.Running);
            Assert.Contains((FaultKind.Busy, WatchReasons.NotStored), before.Host.Faults);
        }

        await using (var before = new WatchedCabinet(WatchedCabinet.Midnight, memory, options => options with { Settle = TimeSpan.Zero }) { Sink = new FakeSink { Refuses = true } })
        {
            before.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(true);
            await before.StartAsync();
            await Assert.ThrowsAsync<StoreRefusedException>(() => before.Running);
            first = before.Alarms.Single().Source!.NativeId;
        }

        await using var after = new WatchedCabinet(WatchedCabinet.Midnight + TimeSpan.FromMinutes(1), memory);
        after.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(true);
        await after.StartAsync();
        await after.PassAsync(5);
        Assert.Equal(["alarm door-open door begins critical night"], after.Told);
        Assert.Equal(first, after.Alarms[0].Source!.NativeId);
    }

    [Fact]
    public async Task Memory_Damaged_IsTakenAsFarAsItGoes()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", "\n|||||\ns|mains-lost|critical|n|x|mains\nq|tamper|critical||1|lid\ns|fan-stopped|major||99999999999999999|fan\ns|tamper|critical||1|lid", default);
        await using var cabinet = new WatchedCabinet(memory: memory);
        await cabinet.StartAsync();
        await cabinet.PassAsync(5);

        Assert.Equal(["event tamper lid ends critical day"], cabinet.Told);
    }

    [Fact]
    public async Task Settings_NameASensorNoLonger_ItsAlarmEnds()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", "s|door-open|critical|n|1795363200000|back door", default);
        await using var cabinet = new WatchedCabinet(memory: memory);
        await cabinet.StartAsync();

        Assert.Equal(["event door-open back door ends critical night"], cabinet.Told);
    }

    [Fact]
    public async Task Flapping_MoreThanTheLimitWithinAnHour_IsOneAlarmThatSaysSo()
    {
        await using var cabinet = new WatchedCabinet(change: options => options with { AlarmsPerHour = 3 });
        await cabinet.StartAsync();
        for (int i = 0; i < 10; i++)
        {
            await cabinet.SetAsync(WatchedCabinet.Lid, open: true);
            await cabinet.SetAsync(WatchedCabinet.Lid, open: false);
        }

        await cabinet.SetAsync(WatchedCabinet.Lid, open: true);
        Assert.Equal(4, cabinet.Told.Count(told => told.Contains("tamper lid begins", StringComparison.Ordinal)));
        Assert.Equal(3, cabinet.Told.Count(told => told.Contains("tamper lid ends", StringComparison.Ordinal)));
        Assert.Equal("alarm flapping lid begins critical day", cabinet.Told.Last());

        // It stands open, and goes on standing: not a begin was left out.
        cabinet.Time.Advance(TimeSpan.FromHours(1));
        await cabinet.PassAsync(5);
        Assert.Equal("event flapping lid ends critical day", cabinet.Told.Last());
        await cabinet.SetAsync(WatchedCabinet.Lid, open: false);
        Assert.Equal("event tamper lid ends critical day", cabinet.Told.Last());
        Assert.Equal((7, "FLAPPING"), (cabinet.Alarms.Last().Returns, cabinet.Alarms.Last().Flags?.Single()));
        Assert.Equal(10, cabinet.Told.Count);
    }

    [Fact]
    public async Task Flapping_ThenStill_EndsWhenItHasBeenOverForAWhileAlsoOverAReconnect()
    {
        await using var cabinet = new WatchedCabinet(change: options => options with { AlarmsPerHour = 3 });
        await cabinet.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            await cabinet.SetAsync(WatchedCabinet.Lid, open: true);
            await cabinet.SetAsync(WatchedCabinet.Lid, open: false);
        }

        Assert.Equal(8, cabinet.Told.Count);
        await cabinet.DisposeAsync();
        await using var again = new WatchedCabinet(change: options => options with { AlarmsPerHour = 3 }, before: cabinet);
        await again.StartAsync();
        await again.PassAsync(30);
        Assert.Empty(again.Told);

        again.Time.Advance(TimeSpan.FromMinutes(20));
        await again.PassAsync(5);
        Assert.Equal("event tamper lid ends critical day", again.Told.First());
        Assert.Equal(1, again.Alarms[0].Returns);
    }

    [Fact]
    public async Task Memory_OfAnOlderVersion_IsTakenOverOnce()
    {
        var memory = new FakeMemory();
        await memory.RememberAsync("standing", "s|tamper|critical|d|1795363200000|lid", default);
        await using (var before = new WatchedCabinet(memory: memory))
        {
            before.Sensors.Levels[WatchedCabinet.Lid] = new ContactReading(true);
            await before.StartAsync();
            Assert.Equal(string.Empty, memory.Recall("standing"));
            Assert.Empty(before.Told);
        }

        await using var cabinet = new WatchedCabinet(memory: memory);
        await cabinet.StartAsync();
        await cabinet.PassAsync(5);
        Assert.Equal("tamper/lid/1795363200000/ends", Assert.Single(cabinet.Alarms).Source!.NativeId);
    }

    [Fact]
    public async Task Memory_EverySensorInTrouble_FitsIntoItsPlace()
    {
        string Name(int i, string what) => $"{what}-{i:00}-".PadRight(32, '柜');
        var memory = new FakeMemory();
        await using var cabinet = new WatchedCabinet(WatchedCabinet.Midnight, memory, options => options with
        {
            Temperatures = [.. Enumerable.Range(0, CabinetOptions.MostTemperatures).Select(i => options.Temperatures[0] with { Name = Name(i, "t") })],
            Fans = [.. Enumerable.Range(0, CabinetOptions.MostFans).Select(i => options.Fans[0] with { Name = Name(i, "f") })],
            Contacts = [.. Enumerable.Range(0, CabinetOptions.MostContacts).Select(i => options.Contacts[0] with { Name = Name(i, "c") })],
            Supplies = [.. Enumerable.Range(0, CabinetOptions.MostSupplies).Select(i => options.Supplies[0] with { Name = Name(i, "s") })],
        });
        await cabinet.StartAsync();
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(99);
        cabinet.Sensors.Values[WatchedCabinet.FanOne] = new SensorReading(0);
        cabinet.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(true);
        cabinet.Sensors.Powers["BAT0"] = new SupplyReading { Type = "Battery", Status = "Discharging", ChargePercent = 1, Health = "Dead" };
        await cabinet.PassAsync(30);
        cabinet.Sensors.Values.Clear();
        cabinet.Sensors.Levels.Clear();
        cabinet.Sensors.Powers.TryRemove("BAT0", out _);
        await cabinet.PassAsync(60);

        Assert.False(cabinet.Running.IsFaulted);
        Assert.Equal(32 + 16 + 16 + 16, cabinet.Alarms.Count(alarm => alarm.Alarm != "sensor-lost"));
        Assert.Equal(32 + 16 + 16 + 8, cabinet.Alarms.Count(alarm => alarm.Alarm == "sensor-lost"));
        Assert.InRange(Slots(memory).Sum(text => text.Length), 5_000, 4 * IDeviceMemory.LongestValue);
        Assert.DoesNotContain(cabinet.Host.Faults, fault => fault.Reason == "too-many-alarms");
    }

    private static IEnumerable<string> Slots(FakeMemory memory) => new[] { "alarms", "alarms-1", "alarms-2", "alarms-3" }.Select(name => memory.Recall(name) ?? string.Empty);
}
