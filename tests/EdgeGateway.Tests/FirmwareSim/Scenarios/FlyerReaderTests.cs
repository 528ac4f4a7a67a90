using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

public sealed class FlyerReaderTests
{
    [Fact]
    public void Read_Vehicles_EveryWordIsUnderstood()
    {
        var scenario = Read("""
            {"duration":"1s","devices":[
              {"id":"a","driver":"drone-mavlink","target":"127.0.0.1:14550","profile":{
                "system":3,"vehicles":2,"name":"drone","type":2,"rateHz":50,"lat":22.5,"lon":113.5,"groundM":4,"radiusM":200,"heightM":50,"speedMps":10,"points":6,"fenceM":300,
                "batteryPercent":80,"drainPerMinute":4,"captureEvery":"5s","textEvery":"7s","key":"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f",
                "events":{"batteryLow":"20s","leaveFence":"30s","linkLost":"40s","linkLostFor":"6s","distress":"50s","restart":"55s"},
                "faults":{"lost":0.2,"twice":0.2,"damaged":0.01,"replayEvery":50,"forgeEvery":3,"glitchEvery":40,"ackDelay":"100ms","ackLostEvery":4},
                "overheard":{"id":"X1","mac":"a0b1c2d3e4f5","at":"3s","for":"30s","fromM":900,"speedMps":20,"pack":true}}},
              {"id":"b","driver":"drone-mavlink","listen":"127.0.0.1:5760","count":3,"profile":{"v1":true}},
              {"id":"c","driver":"drone-mavlink","port":"/tmp/radio"}]}
            """);

        var flyer = (FlyerDevice)scenario.Devices[0];
        Assert.Equal((14550, 3, "drone-2", 0.2, TimeSpan.FromSeconds(55)), (flyer.Target!.Port, flyer.Profile.System, flyer.Profile.NameOf(1), flyer.Profile.Faults.Lost, flyer.Profile.Events.Restart));
        Assert.Equal((900.0, true), (flyer.Profile.Overheard!.FromM, flyer.Profile.Overheard.IsPack));
        Assert.Equal((5760, 3L, true), (((FlyerDevice)scenario.Devices[1]).Listen!.Port, scenario.Devices[1].Count, ((FlyerDevice)scenario.Devices[1]).Profile.IsV1));
        Assert.Equal(("/tmp/radio", "sys-1"), (((FlyerDevice)scenario.Devices[2]).Port, ((FlyerDevice)scenario.Devices[2]).Profile.NameOf(0)));
    }

    [Theory]
    [InlineData("", "devices[0].target")]
    [InlineData(",\"target\":\"here\"", "devices[0].target")]
    [InlineData(",\"port\":\"/tmp/r\",\"profile\":{\"key\":\"12\"}", "devices[0].profile.key")]
    [InlineData(",\"port\":\"/tmp/r\",\"profile\":{\"v1\":true,\"captureEvery\":\"1s\"}", "devices[0].profile.v1")]
    [InlineData(",\"port\":\"/tmp/r\",\"profile\":{\"rateHz\":51}", "devices[0].profile.rateHz")]
    [InlineData(",\"port\":\"/tmp/r\",\"profile\":{\"faults\":{\"lost\":2}}", "devices[0].profile.faults.lost")]
    [InlineData(",\"port\":\"/tmp/r\",\"profile\":{\"overheard\":{\"mac\":\"zz\"}}", "devices[0].profile.overheard.mac")]
    [InlineData(",\"port\":\"/tmp/r\",\"profile\":{\"events\":{\"batteryLo\":\"1s\"}}", "devices[0].profile.events.batteryLo")]
    public void Read_Mistake_IsNamed(string rest, string path) =>
        Assert.Contains(path, Assert.Throws<MistakesException>(() => Read($"{{\"duration\":\"1s\",\"devices\":[{{\"id\":\"a\",\"driver\":\"drone-mavlink\"{rest}}}]}}")).Mistakes.Select(mistake => mistake.Path));

    [Fact]
    public async Task Run_VehicleOnTcp_EndsWhenItsPositionsAreTold()
    {
        var scenario = Read("""{"duration":"5s","drain":"1s","devices":[{"id":"a","driver":"drone-mavlink","listen":"127.0.0.1:0","count":5,"profile":{"rateHz":50}}]}""");
        var ledger = new ListLedger();

        await new ScenarioRunner(scenario, ledger, TimeProvider.System).RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        var line = Assert.Single(ledger.Lines);
        Assert.Equal(("a", "drone.state", "none", "take-off"), (line.Device, line.Kind, line.Told, line.Facts!["mode"]));
    }

    private static Scenario Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ScenarioReader.Read(document.RootElement.Clone(), ".");
    }
}
