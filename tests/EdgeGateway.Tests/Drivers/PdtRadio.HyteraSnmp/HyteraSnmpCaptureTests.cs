using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.HyteraSnmp;

/// <summary>Every capture through the decoder that the catalog offers, against values written by hand.</summary>
public sealed class HyteraSnmpCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "hytera-snmp");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        string folder = Path.Combine(s_root, name);
        string hex = string.Concat(File.ReadLines(Path.Combine(folder, "frames.hex")).Select(line => line.Split('#')[0]).Select(line => line.Replace(" ", string.Empty, StringComparison.Ordinal)));
        var decoder = DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(one => one.Protocol == "snmp");

        var frame = decoder.Decode(Convert.FromHexString(hex), new Dictionary<string, string> { ["received"] = "2026-11-22T00:00:00Z", ["device"] = "cam-1" }).Single();

        Assert.True(File.Exists(Path.Combine(folder, "origin")));
        if (File.Exists(Path.Combine(folder, "expected.fault")))
        {
            Assert.Equal(File.ReadAllText(Path.Combine(folder, "expected.fault")).Trim(), frame.Fault);
            return;
        }

        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject();
        Assert.Equal(expected["type"]!.GetValue<string>(), frame.Type);
        Compare(expected["fields"]!.AsObject(), frame.Fields);
        Assert.Equal(expected["reading"] is not null, frame.Readings.Count == 1);
        if (expected["reading"] is JsonObject reading)
        {
            Compare(reading, JsonSerializer.SerializeToNode((SiteHealthBody)frame.Readings[0].Body, BodyJson.Default.SiteHealthBody));
        }
    }

    private static void Compare(JsonObject want, JsonNode? got)
    {
        foreach (var (path, value) in want)
        {
            var found = JsonPick.At(got, path);
            Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString() ?? "nothing"}, got {found?.ToJsonString() ?? "nothing"}");
        }
    }
}
