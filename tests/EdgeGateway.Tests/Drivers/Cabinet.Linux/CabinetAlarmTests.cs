using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Drivers.Contract;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

public sealed class CabinetAlarmTests
{
    [Fact]
    public async Task Door_AtNight_IsAnAlarmAndItsEndAnEvent()
    {
        await using var cabinet = new WatchedCabinet(WatchedCabinet.Midnight);
        await cabinet.StartAsync();
        await cabinet.SetAsync(WatchedCabinet.Door, open: true);
        Assert.Equal(["alarm door-open door begins critical night"], cabinet.Told);

        await cabinet.SetAsync(WatchedCabinet.Door, open: false);
        Assert.Equal("event door-open door ends critical night", cabinet.Told[^1]);
        Assert.Equal(2, cabinet.Told.Count);
        Assert.Equal(cabinet.Alarms[0].Source!.NativeId!.Replace("begins", "ends", StringComparison.Ordinal), cabinet.Alarms[1].Source!.NativeId);
    }

    [Theory]
    [InlineData("notice", "event door-open door begins notice day")]
    [InlineData("major", "alarm door-open door begins major day")]
    [InlineData(null, "")]
    public async Task Door_ByDay_IsWhatTheSiteWants(string? severity, string told)
    {
        await using var cabinet = new WatchedCabinet(change: options => options with { DoorByDay = severity });
        await cabinet.StartAsync();
        await cabinet.SetAsync(WatchedCabinet.Door, open: true);

        Assert.Equal(told, string.Join(',', cabinet.Told));
    }

    [Fact]
    public async Task Door_StandsOpenIntoTheNight_BecomesCriticalOnceAndStaysSoInTheMorning()
    {
        await using var cabinet = new WatchedCabinet(new DateTimeOffset(2026, 11, 22, 13, 59, 30, TimeSpan.Zero));
        await cabinet.StartAsync();
        await cabinet.SetAsync(WatchedCabinet.Door, open: true);
        await cabinet.PassAsync(60);
        Assert.Equal(["event door-open door begins notice day", "event door-open door ends notice day", "alarm door-open door begins critical night"], cabinet.Told);
        Assert.Equal(cabinet.Alarms[0].Source!.NativeId!.Replace("begins", "ends", StringComparison.Ordinal), cabinet.Alarms[1].Source!.NativeId);
        Assert.NotEqual(cabinet.Alarms[0].Source!.NativeId, cabinet.Alarms[2].Source!.NativeId);

        cabinet.Time.JumpWallClock(TimeSpan.FromHours(9));
        await cabinet.PassAsync(5);
        Assert.Equal(3, cabinet.Told.Count);
        await cabinet.SetAsync(WatchedCabinet.Door, open: false);
        Assert.Equal("event door-open door ends critical night", cabinet.Told[^1]);
    }

    [Fact]
    public async Task Door_Bounces_IsNoNews()
    {
        await using var cabinet = new WatchedCabinet(WatchedCabinet.Midnight);
        await cabinet.StartAsync();
        for (int i = 0; i < 10; i++)
        {
            await cabinet.SetAsync(WatchedCabinet.Door, open: i % 2 == 0, seconds: 1);
        }

        await cabinet.PassAsync(5);
        Assert.Empty(cabinet.Told);
        Assert.Single(cabinet.States);
    }

    [Fact]
    public async Task Tamper_AtAnyTime_IsCritical()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        await cabinet.SetAsync(WatchedCabinet.Lid, open: true);

        Assert.Equal(["alarm tamper lid begins critical day"], cabinet.Told);
    }

    [Fact]
    public async Task Mains_GoAndComeBack_AreToldOnceEach()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Powers["AC"] = new SupplyReading { Type = "Mains", Online = false };
        await cabinet.PassAsync(10);
        cabinet.Sensors.Powers["AC"] = new SupplyReading { Type = "Mains", Online = true };
        await cabinet.PassAsync(10);

        Assert.Equal(["alarm mains-lost mains begins critical day", "event mains-lost mains ends critical day"], cabinet.Told);
    }

    [Fact]
    public async Task Temperature_AroundItsLimit_BeginsAtTheLimitAndEndsBelowTheHysteresis()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        foreach (double degrees in new[] { 54.9, 55, 54, 52.1, 55.5, 51.9 })
        {
            cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(degrees);
            await cabinet.PassAsync(30);
        }

        Assert.Equal(["alarm temperature-high inside begins major day", "event temperature-high inside ends major day"], cabinet.Told);
        Assert.Equal((55.0, 55.0, "C"), (cabinet.Alarms[0].Value, cabinet.Alarms[0].Limit, cabinet.Alarms[0].Unit));
        Assert.Equal(51.9, cabinet.Alarms[1].Value);
    }

    [Fact]
    public async Task Temperature_WithoutALimit_IsHeldAgainstTheChipsOwn()
    {
        await using var cabinet = new WatchedCabinet(change: options => options with { Temperatures = [options.Temperatures[0] with { HighC = null }] });
        await cabinet.StartAsync();
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(90);
        await cabinet.PassAsync(30);
        Assert.Empty(cabinet.Told);

        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(90, null, 85);
        await cabinet.PassAsync(30);
        Assert.Equal(85, cabinet.Alarms.Single().Limit);
    }

    [Fact]
    public async Task Temperature_OneOddMeasurement_IsNoNews()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(85);
        await cabinet.PassAsync(10);
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(32);
        await cabinet.PassAsync(30);

        Assert.Empty(cabinet.Told);
    }

    [Fact]
    public async Task Fan_Stops_IsToldWithItsSpeed()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Values[WatchedCabinet.FanOne] = new SensorReading(0);
        await cabinet.PassAsync(30);

        Assert.Equal(["alarm fan-stopped fan begins major day"], cabinet.Told);
        Assert.Equal((0.0, 600.0, "rpm"), (cabinet.Alarms[0].Value, cabinet.Alarms[0].Limit, cabinet.Alarms[0].Unit));
    }

    [Fact]
    public async Task Battery_LowAndDead_AreTold()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Powers["BAT0"] = new SupplyReading { Type = "Battery", Status = "Discharging", ChargePercent = 20, Health = "Dead" };
        await cabinet.PassAsync(10);

        Assert.Equal(["alarm battery-low battery begins critical day", "alarm battery-replace battery begins minor day"], cabinet.Told);
        Assert.Equal(20, cabinet.Alarms[0].Value);
    }

    [Fact]
    public async Task Sensor_UnreadableForLong_IsLostAndItsAlarmStandsAsItWas()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(60);
        await cabinet.PassAsync(30);
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(null, SensorTrouble.NotANumber);
        await cabinet.PassAsync(50);
        cabinet.Sensors.Values[WatchedCabinet.Inside] = new SensorReading(60);
        await cabinet.PassAsync(30);

        Assert.Equal(
            ["alarm temperature-high inside begins major day", "alarm sensor-lost inside begins major day", "event sensor-lost inside ends major day"],
            cabinet.Told);
        Assert.Contains((FaultKind.Garbled, SensorTrouble.NotANumber), cabinet.Host.Faults);
    }

    [Fact]
    public async Task Sensor_AwayForAMoment_IsNoNews()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(null, SensorTrouble.Broken);
        await cabinet.PassAsync(25);
        cabinet.Sensors.Levels[WatchedCabinet.Door] = new ContactReading(false);
        await cabinet.PassAsync(25);

        Assert.Empty(cabinet.Told);
        Assert.Equal(1, cabinet.Host.Faults.Count(fault => fault == (FaultKind.Silent, SensorTrouble.Broken)));
    }

    [Fact]
    public async Task Everything_Gone_IsToldAndEndsTheConversation()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        cabinet.Sensors.Values.Clear();
        cabinet.Sensors.Powers.Clear();
        cabinet.Sensors.Levels.Clear();
        await cabinet.PassAsync(60);

        Assert.Equal(FaultKind.Unreachable, (await Assert.ThrowsAsync<DeviceFaultException>(() => cabinet.Running)).Kind);
        Assert.Equal(["battery", "door", "fan", "inside", "lid", "mains"], cabinet.Alarms.Select(alarm => alarm.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Connect_OneSensorOfManyIsThere_GoesOn()
    {
        await using var cabinet = new WatchedCabinet();
        cabinet.Sensors.Values.Clear();
        cabinet.Sensors.Levels.Clear();
        cabinet.Sensors.Powers.TryRemove("AC", out _);
        await cabinet.StartAsync();

        Assert.Single(cabinet.States);
        Assert.False(cabinet.Running.IsCompleted);
    }
}
