using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.TetraPei;

/// <summary>Every capture through the decoder that the catalog offers, as text and as hex, against values written by hand.</summary>
public sealed class TetraPeiCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "tetra-pei");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        string folder = Path.Combine(s_root, name);
        string text = File.ReadAllText(Path.Combine(folder, "frames.txt")).TrimEnd('\n');
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!.AsObject();
        byte[] bytes = System.Text.Encoding.Latin1.GetBytes(text);
        byte[] wire = System.Text.Encoding.Latin1.GetBytes(text.Replace("<CR>", "\r", StringComparison.Ordinal).Replace("<LF>", "\n", StringComparison.Ordinal));

        Assert.True(File.Exists(Path.Combine(folder, "origin")));
        Compare(expected, bytes);
        Compare(expected, wire);
        Compare(expected, System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(wire)));
    }

    private static void Compare(JsonObject expected, byte[] input)
    {
        var options = new Dictionary<string, string> { ["received"] = expected["received"]?.GetValue<string>() ?? "2026-11-22T00:00:00Z", ["device"] = "cam-1", ["zone"] = "+08:00" };
        foreach (var (name, value) in expected["options"]?.AsObject() ?? [])
        {
            options[name] = value!.GetValue<string>();
        }

        var decoder = DriverCatalog.All.SelectMany(driver => driver.Decoders).Single(one => one.Protocol == "tetra-pei");
        var frames = decoder.Decode(input, options).ToList();
        var wanted = expected["frames"]!.AsArray();
        Assert.Equal(wanted.Select(frame => (frame!["fault"] ?? frame["type"])!.GetValue<string>()), frames.Select(frame => frame.Fault ?? frame.Type));
        foreach (var (want, got) in wanted.Zip(frames))
        {
            Compare(want!["fields"] as JsonObject, got.Fields);
            var readings = want["readings"]?.AsArray() ?? [];
            Assert.Equal(readings.Count, got.Readings.Count);
            foreach (var (reading, body) in readings.Zip(got.Readings))
            {
                var json = JsonSerializer.SerializeToNode(body.Body, BodyJson.Default.GetTypeInfo(body.Body.GetType())!)!;
                (json["kind"], json["lane"]) = (body.Body.Kind, body.Lane.ToString());
                Compare(reading!.AsObject(), json);
            }
        }
    }

    private static void Compare(JsonObject? want, JsonNode? got)
    {
        foreach (var (path, value) in want ?? [])
        {
            var found = JsonPick.At(got, path);
            bool same = path is "position.lat" or "position.lon"
                ? Math.Abs(value!.GetValue<double>() - found!.GetValue<double>()) < 0.00002
                : JsonNode.DeepEquals(value, found);
            Assert.True(same, string.Create(CultureInfo.InvariantCulture, $"{path}: expected {value?.ToJsonString() ?? "nothing"}, got {found?.ToJsonString() ?? "nothing"}"));
        }
    }
}
