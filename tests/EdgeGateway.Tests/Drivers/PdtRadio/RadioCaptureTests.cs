using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>The published frames of pdt-radio.md section 18 through the decoders, against values written by hand from the document.</summary>
public class RadioCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures");

    public static TheoryData<string> Cases =>
        [.. new[] { "hytera-radio", "hytera-repeater" }.SelectMany(driver => Directory.GetDirectories(Path.Combine(s_root, driver))).Select(folder => Path.GetRelativePath(s_root, folder)).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        string protocol = expected["protocol"]!.GetValue<string>();
        var decoder = DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(decoder => decoder.Protocol == protocol);
        var options = new Dictionary<string, string> { ["received"] = expected["received"]!.GetValue<string>() };
        var frames = File.ReadAllLines(Path.Combine(folder, "frames.hex")).SelectMany(line => decoder.Decode(Convert.FromHexString(line), options)).ToList();

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(expected["frames"]!.AsArray().Count, frames.Count);
        foreach (var (want, got) in expected["frames"]!.AsArray().Zip(frames))
        {
            Compare(want!.AsObject(), got);
        }
    }

    private static void Compare(JsonObject want, DecodedFrame got)
    {
        Assert.Equal(want["fault"]?.GetValue<string>(), got.Fault);
        if (want["type"] is { } type)
        {
            Assert.Equal(type.GetValue<string>(), got.Type);
        }

        foreach (var (path, value) in want["fields"]?.AsObject() ?? [])
        {
            Same(path, value, JsonPick.At(got.Fields, path));
        }

        Assert.Equal(want["readings"]?.AsArray().Count ?? 0, got.Readings.Count);
        foreach (var (reading, made) in (want["readings"]?.AsArray() ?? []).Zip(got.Readings))
        {
            var flat = Flat(made);
            foreach (var (path, value) in reading!.AsObject())
            {
                Same(path, value, JsonPick.At(flat, path));
            }
        }
    }

    private static JsonObject Flat(Reading reading) => new()
    {
        ["type"] = $"edge.{reading.Body.Kind}.v1",
        ["lane"] = reading.Lane.ToString().ToLowerInvariant(),
        ["time"] = reading.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffK", System.Globalization.CultureInfo.InvariantCulture),
        ["timefrom"] = reading.TimeFrom.ToString().ToLowerInvariant(),
        ["data"] = JsonSerializer.SerializeToNode(reading.Body, BodyJson.Default.GetTypeInfo(reading.Body.GetType())!),
    };

    private static double Number(JsonNode node) => double.Parse(node.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture);

    private static void Same(string path, JsonNode? want, JsonNode? got)
    {
        bool numbers = want is JsonValue && got is JsonValue && want.GetValueKind() == JsonValueKind.Number && got.GetValueKind() == JsonValueKind.Number;
        bool same = numbers ? Math.Abs(Number(want!) - Number(got!)) < 1e-6 : JsonNode.DeepEquals(want, got);
        Assert.True(same, $"{path}: expected {want?.ToJsonString() ?? "nothing"}, got {got?.ToJsonString() ?? "nothing"}");
    }
}
