using EdgeGateway.Drivers.Cabinet.Linux;
using EdgeGateway.Drivers.Transport.Sensors;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Cabinet;

namespace EdgeGateway.Tests.Drivers.Cabinet.Linux;

public sealed class CabinetStateTests
{
    [Fact]
    public async Task State_Healthy_TellsEverythingOnceAMinute()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        await cabinet.PassAsync(120);

        Assert.Equal(3, cabinet.States.Count);
        var first = cabinet.Sink.Entered.First();
        Assert.Equal((Lane.Telemetry, TimeOrigin.Gateway, "cabinet"), (first.Lane, first.TimeFrom, first.Driver));
        var state = cabinet.States[^1];
        Assert.Equal([new CabinetTemperature("inside", 31.5)], state.Temperatures);
        Assert.Equal([new CabinetFan("fan", 1450)], state.Fans);
        Assert.Equal([new CabinetContact("door", false), new CabinetContact("lid", false)], state.Contacts);
        Assert.True(state.MainsPresent);
        Assert.Equal([new UpsState("battery", "Full", false, false, 100, 3600, ReplaceBattery: false)], state.Supplies);
        Assert.Empty(cabinet.Told);
        Assert.Empty(cabinet.Host.Faults);
    }

    [Fact]
    public async Task State_ContactOrMainsChange_IsToldAtOnce()
    {
        await using var cabinet = new WatchedCabinet();
        await cabinet.StartAsync();
        await cabinet.SetAsync(WatchedCabinet.Door, open: true);
        Assert.Equal(2, cabinet.States.Count);
        Assert.Equal(new CabinetContact("door", true), cabinet.States[^1].Contacts![0]);

        cabinet.Sensors.Powers["AC"] = new SupplyReading { Type = "Mains", Online = false };
        await cabinet.PassAsync(4);
        Assert.Equal(3, cabinet.States.Count);
        Assert.False(cabinet.States[^1].MainsPresent);
    }

    [Fact]
    public async Task State_SensorsThatCannotBeRead_AreNull()
    {
        await using var cabinet = new WatchedCabinet(change: options => options with { Mains = new MainsSource(Supply: "AC9") });
        cabinet.Sensors.Values.Clear();
        cabinet.Sensors.Levels[WatchedCabinet.Lid] = new ContactReading(null, SensorTrouble.Broken);
        await cabinet.StartAsync();

        var state = cabinet.States.Single();
        Assert.Equal((null, null, null, null), (state.Temperatures![0].TemperatureC, state.Fans![0].Rpm, state.Contacts![1].Open, state.MainsPresent));
    }

    [Fact]
    public async Task State_OnlyOneThingWatched_LeavesTheRestOut()
    {
        await using var cabinet = new WatchedCabinet(change: _ => new CabinetOptions { Poll = TimeSpan.FromSeconds(1), Contacts = [new CabinetSwitch("door", false, new ContactLine { File = WatchedCabinet.Door })] });
        await cabinet.StartAsync();

        var state = cabinet.States.Single();
        Assert.Null(state.Temperatures);
        Assert.Null(state.Fans);
        Assert.Null(state.Supplies);
        Assert.Null(state.MainsPresent);
        Assert.Single(state.Contacts!);
    }
}
