using System.Text.Json;
using EdgeGateway.Sim.Scenarios;
using EdgeGateway.Sim.Settings;
using EdgeGateway.Sim.Twins.XrayScanner.Dicos;

namespace EdgeGateway.Tests.FirmwareSim.Twins.XrayScanner.Dicos;

public sealed class ScannerReaderTests
{
    [Fact]
    public void Read_ScannerOfAScenario_IsAsWritten()
    {
        var device = Assert.IsType<ScannerDevice>(Read(
            """
            {"id": "xray-1", "driver": "xray-dicos", "line": "north", "rate": 0.8, "store": "127.0.0.1:11112",
             "profile": {"encoding": "implicit", "undefinedLengths": true, "mix": {"alarm": 0.1}, "faults": {"twice": 9}}}
            """).Devices.Single());

        Assert.Equal(("north", 0.8, 11112, null), (device.Line, device.Rate, device.Store!.Port, device.Folder));
        Assert.Equal((DicosEncoding.Implicit, true, 0.1, 9), (device.Profile.Encoding, device.Profile.Undefined, device.Profile.Mix.Alarm, device.Profile.Faults.Twice));
    }

    [Theory]
    [InlineData("""{"id": "x", "driver": "xray-dicos"}""", "store")]
    [InlineData("""{"id": "x", "driver": "xray-dicos", "store": "scanner"}""", "store")]
    [InlineData("""{"id": "x", "driver": "xray-dicos", "folder": "/x", "rate": 0}""", "rate")]
    [InlineData("""{"id": "x", "driver": "xray-dicos", "folder": "/x", "profile": {"encoding": "big"}}""", "encoding")]
    [InlineData("""{"id": "x", "driver": "xray-dicos", "folder": "/x", "profile": {"faults": {"lost": 1}}}""", "lost")]
    public void Read_Mistake_IsNamed(string device, string named)
    {
        var mistakes = Assert.Throws<MistakesException>(() => Read(device));

        Assert.Contains(named, mistakes.Message, StringComparison.Ordinal);
    }

    private static Scenario Read(string device)
    {
        using var document = JsonDocument.Parse($"{{\"duration\": \"10s\", \"devices\": [{device}]}}");
        return ScenarioReader.Read(document.RootElement, AppContext.BaseDirectory);
    }
}
