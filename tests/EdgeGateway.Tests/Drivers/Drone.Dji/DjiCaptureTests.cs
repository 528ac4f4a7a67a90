using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.Drone.Dji;

/// <summary>Every capture through the decoder that the catalog offers, message by message, against values written by hand.</summary>
public sealed class DjiCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "drone-dji");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    public static IProtocolDecoder Decoder => DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(one => one.Protocol == "dji");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsArray();

        var frames = Decoder.Decode(File.ReadAllBytes(Path.Combine(folder, "frames.txt")), new Dictionary<string, string> { ["received"] = "2026-01-05T01:10:10Z" }).ToArray();

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(expected.Count, frames.Length);
        foreach (var (want, got) in expected.Zip(frames))
        {
            Check(want!.AsObject(), got);
        }
    }

    [Fact]
    public void Decode_TopicAsAnOption_CountsForMessagesWithoutOne()
    {
        var frame = Decoder.Decode("""{"tid":"a","data":{"mode_code":5}}"""u8.ToArray(), new Dictionary<string, string> { ["topic"] = "thing/product/AIR007/osd" }).Single();

        Assert.Equal("AIR007", JsonPick.At(Body(frame.Readings[0]), "vehicle")!.GetValue<string>());
    }

    [Theory]
    [InlineData("topic", "some/topic")]
    [InlineData("received", "yesterday")]
    [InlineData("windScale", "much")]
    public void Decode_WrongOption_SaysSo(string name, string value) =>
        Assert.Equal("bad-option", Decoder.Decode("{}"u8.ToArray(), new Dictionary<string, string> { [name] = value }).Single().Fault);

    private static void Check(JsonObject want, DecodedFrame got)
    {
        Assert.Equal(want["fault"]?.GetValue<string>(), got.Fault);
        if (!got.Ok)
        {
            Assert.NotEmpty(got.Why!);
            return;
        }

        Assert.Equal(want["type"]!.GetValue<string>(), got.Type);
        Compare(want["fields"]!.AsObject(), got.Fields!);
        var readings = want["readings"]!.AsArray();
        Assert.Equal(readings.Select(reading => reading!["kind"]!.GetValue<string>()), got.Readings.Select(reading => reading.Body.Kind));
        foreach (var (wanted, reading) in readings.Zip(got.Readings))
        {
            Compare(wanted!.AsObject(), Body(reading));
        }
    }

    private static JsonNode Body(Reading reading)
    {
        var body = JsonSerializer.SerializeToNode(reading.Body, reading.Body.GetType(), BodyJson.Default)!;
        body["kind"] = reading.Body.Kind;
        body["lane"] = reading.Lane.ToString();
        body["time"] = reading.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
        body["timeFrom"] = reading.TimeFrom.ToString();
        return body;
    }

    private static void Compare(JsonObject want, JsonNode got)
    {
        foreach (var (path, value) in want)
        {
            var found = At(got, path);
            Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString() ?? "nothing"}, got {found?.ToJsonString() ?? "nothing"}");
        }
    }

    private static JsonNode? At(JsonNode? node, string path) => path.Split('.').Aggregate(node, (at, step) => at switch
    {
        JsonObject members => members[step],
        JsonArray items => int.TryParse(step, out int index) && index < items.Count ? items[index] : null,
        _ => null,
    });
}
