using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.BarcodeReader.Line;
using EdgeGateway.Sim.Twins.XrayScanner.Modbus;
using EdgeGateway.Tests.FirmwareSim.Support;

namespace EdgeGateway.Tests.FirmwareSim.Scenarios;

public sealed class LineReaderTests
{
    [Fact]
    public void Read_BeltAndBarcodeReader_EveryWordIsUnderstood()
    {
        var scenario = Read("""
            {"duration":"1s","devices":[
              {"id":"a","driver":"xray-modbus","listen":"127.0.0.1:1502","profile":{
                "unit":17,"name":"tunnel-1","line":"one","rate":0.8,"mix":{"alarm":0.1,"barcodeLateBy":"2s"},"hold":"300ms","firstCount":9,"beltTakes":"1s","slowBy":"400ms","lateBy":"4s","restartEvery":5,
                "faults":{"slow":0.1,"late":0.2,"wrongTransaction":0.01,"wrongUnit":0.01,"illegalAddress":0.01,"deviceFailure":0.01,"busy":0.01,"cut":0.01,"checksum":0.01,"noise":0.01,"silence":0.01}}},
              {"id":"b","driver":"xray-modbus","port":"/tmp/plc","count":3},
              {"id":"c","driver":"barcode-reader","port":"/tmp/reader","profile":{"line":"one","rate":0.8,"mix":{"alarm":0.1,"barcodeLateBy":"2s"},"before":"<","after":">","aim":"]C1","noRead":"","garbled":0.5}}]}
            """);

        var belt = (BeltDevice)scenario.Devices[0];
        Assert.Equal((17, "tunnel-1", 1502, 0.1, 11), (belt.Profile.Unit, belt.Profile.Name, belt.Listen!.Port, belt.Profile.Mix.Alarm, belt.Profile.Faults.Count));
        Assert.Equal(0.2, belt.Profile.Faults[BeltFault.Late]);
        Assert.Equal(("/tmp/plc", 3L), (((BeltDevice)scenario.Devices[1]).Port, scenario.Devices[1].Count));
        var reader = (BarcodeDevice)scenario.Devices[2];
        Assert.Equal(("one", "]C1", 0.5, belt.Profile.Mix), (reader.Profile.Line, reader.Profile.Aim, reader.Profile.Garbled, reader.Profile.Mix));
    }

    [Theory]
    [InlineData("{\"id\":\"a\",\"driver\":\"xray-modbus\"}", "devices[0].listen")]
    [InlineData("{\"id\":\"a\",\"driver\":\"xray-modbus\",\"listen\":\"here\"}", "devices[0].listen")]
    [InlineData("{\"id\":\"a\",\"driver\":\"barcode-reader\",\"port\":\"/tmp/r\",\"listen\":\"127.0.0.1:1\"}", "devices[0].listen")]
    [InlineData("{\"id\":\"a\",\"driver\":\"xray-modbus\",\"port\":\"/tmp/r\",\"profile\":{\"unit\":0}}", "devices[0].profile.unit")]
    [InlineData("{\"id\":\"a\",\"driver\":\"xray-modbus\",\"port\":\"/tmp/r\",\"profile\":{\"faults\":{\"slow\":2}}}", "devices[0].profile.faults.slow")]
    [InlineData("{\"id\":\"a\",\"driver\":\"xray-modbus\",\"port\":\"/tmp/r\",\"profile\":{\"mix\":{\"alarms\":0.1}}}", "devices[0].profile.mix.alarms")]
    public void Read_Mistake_IsNamed(string device, string path) =>
        Assert.Equal(path, Assert.Single(Assert.Throws<MistakesException>(() => Read($"{{\"duration\":\"1s\",\"devices\":[{device}]}}")).Mistakes).Path);

    [Fact]
    public async Task Run_BeltOnTcp_EndsWhenItsParcelsAreThrough()
    {
        var scenario = Read("""
            {"duration":"2s","drain":"1s","devices":[{"id":"a","driver":"xray-modbus","listen":"127.0.0.1:0","count":1,"profile":{"rate":50,"mix":{"scanTakes":"1ms"}}}]}
            """);
        var ledger = new ListLedger();

        await new ScenarioRunner(scenario, ledger, TimeProvider.System).RunAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(60));

        var line = Assert.Single(ledger.Lines);
        Assert.Equal(("a", "belt/1", "none", "1"), (line.Device, line.NativeId, line.Told, line.Facts!["scan.sequence"]));
    }

    private static Scenario Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ScenarioReader.Read(document.RootElement.Clone(), ".");
    }
}
