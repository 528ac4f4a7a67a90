using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

public sealed class DockReaderTests
{
    [Fact]
    public void Read_Dock_EveryWordIsUnderstood()
    {
        var dock = (DockDevice)Read("""
            {"id":"a","driver":"drone-dji","broker":"mqtt://u:p@127.0.0.1:1883","count":3,"profile":{
              "gateway":"D1","aircraft":"A1","osdEvery":"500ms","rest":"1s","patrol":"30s","climb":"1s","return":"2s","pictureEvery":"1s","repeatAfter":"2s",
              "lat":22.5,"lon":114.1,"radiusM":100,"speedMps":5,"groundM":3,"drainPerMinute":20,"sleeps":false,"loose":true,"asksConfig":false}}
            """).Devices[0];

        Assert.Equal(("mqtt://u:p@127.0.0.1:1883", 3L, "D1", "A1"), (dock.Broker, dock.Count, dock.Profile.Gateway, dock.Profile.Aircraft));
        Assert.Equal((0.5, 30, 20, true, false), (dock.Profile.OsdEvery.TotalSeconds, dock.Profile.Patrol.TotalSeconds, dock.Profile.DrainPerMinute, dock.Profile.Loose, dock.Profile.Sleeps));
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"driver\":\"drone-dji\"}", "devices[0].broker")]
    [InlineData("{\"id\":\"a\",\"driver\":\"drone-dji\",\"broker\":\"127.0.0.1\"}", "devices[0].broker")]
    [InlineData("{\"id\":\"a\",\"driver\":\"drone-dji\",\"broker\":\"mqtt://h\",\"profile\":{\"osdEvery\":\"1ms\"}}", "devices[0].profile.osdEvery")]
    [InlineData("{\"id\":\"a\",\"driver\":\"drone-dji\",\"broker\":\"mqtt://h\",\"profile\":{\"osdevery\":\"1s\"}}", "devices[0].profile.osdevery")]
    public void Read_Mistake_IsNamed(string device, string path) =>
        Assert.Equal(path, Assert.Single(Assert.Throws<MistakesException>(() => Read(device)).Mistakes).Path);

    private static Scenario Read(string device)
    {
        using var document = JsonDocument.Parse($"{{\"duration\":\"1s\",\"devices\":[{device}]}}");
        return ScenarioReader.Read(document.RootElement.Clone(), ".");
    }
}
