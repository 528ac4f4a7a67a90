using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Kiosk.Application;

/// <summary>Bodies as the reference describes them, through the decoder, against what was written down beside them.</summary>
public sealed class KioskCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "kiosk-application");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatIsWritten(string name)
    {
        string folder = Path.Combine(s_root, name);
        byte[] body = File.Exists(Path.Combine(folder, "frames.hex")) ? Convert.FromHexString(File.ReadAllText(Path.Combine(folder, "frames.hex"))) : File.ReadAllBytes(Path.Combine(folder, "body.json"));
        var decoder = DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(one => one.Protocol == "kiosk");
        DecodedFrame[] frames = [.. decoder.Decode(body, new Dictionary<string, string> { ["received"] = "2026-11-22T01:00:00Z" })];

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsArray();
        Assert.Equal(expected.Select(one => (string?)one!["type"] ?? (string?)one["fault"]), frames.Select(frame => frame.Type ?? frame.Fault));
        foreach (var (want, frame) in expected.Zip(frames))
        {
            Compare(want!["readings"]?.AsArray() ?? [], frame);
        }
    }

    [Fact]
    public void Decode_BadOption_SaysSo()
    {
        var decoder = DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(one => one.Protocol == "kiosk");

        Assert.Equal("bad-option", decoder.Decode("{}"u8.ToArray(), new Dictionary<string, string> { ["received"] = "now" }).Single().Fault);
        Assert.Equal("bad-option", decoder.Decode("{}"u8.ToArray(), new Dictionary<string, string> { ["zone"] = "here" }).Single().Fault);
    }

    private static void Compare(JsonArray wanted, DecodedFrame frame)
    {
        Assert.Equal(wanted.Select(one => $"{one!["kind"]} {one["lane"]}"), frame.Readings.Select(reading => $"{reading.Body.Kind} {reading.Lane}"));
        foreach (var (want, reading) in wanted.Zip(frame.Readings))
        {
            var got = JsonSerializer.SerializeToNode(reading.Body, reading.Body.GetType(), BodyJson.Default)!;
            foreach (var (path, value) in want!["data"]!.AsObject())
            {
                var found = JsonPick.At(got, path);
                Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString()}, got {found?.ToJsonString()}");
            }
        }
    }
}
