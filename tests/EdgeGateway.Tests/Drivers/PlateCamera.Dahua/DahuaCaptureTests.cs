using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Dahua;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Dahua;

/// <summary>Every capture through the decoder, against values written by hand from the protocol document.</summary>
public class DahuaCaptureTests
{
    public static TheoryData<string> Cases => [.. DahuaCapture.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        var capture = DahuaCapture.Open(name);
        var options = new Dictionary<string, string> { ["received"] = capture.Received, ["zone"] = "+08:00", ["device"] = "cam-1" };
        var frames = new DahuaDecoder().Decode(capture.Frames, options).ToList();

        Assert.True(capture.HasOrigin);
        if (capture.Faults is { } faults)
        {
            Assert.Equal(faults, frames.Select(frame => frame.Fault));
            return;
        }

        var expected = capture.Expected["frames"]!.AsArray();
        Assert.Equal(expected.Select(Summary), frames.Select(frame => frame.Fault ?? frame.Type));
        foreach (var (want, got) in expected.Zip(frames))
        {
            Compare(want!.AsObject(), got);
        }
    }

    [Fact]
    public void Catalog_DahuaDecoder_IsOffered() =>
        Assert.Contains(DriverCatalog.All, driver => driver.Decoders.Any(decoder => decoder.Protocol == "dahua"));

    private static string? Summary(JsonNode? frame) => (frame!["fault"] ?? frame["type"])!.GetValue<string>();

    private static void Compare(JsonObject want, DecodedFrame got)
    {
        foreach (var (path, value) in want["fields"]?.AsObject() ?? [])
        {
            Same(path, value, JsonPick.At(got.Fields, path));
        }

        if (want.ContainsKey("pictures"))
        {
            Same("pictures", want["pictures"], JsonPick.At(got.Fields, "pictures") ?? new JsonArray());
        }

        if (want.TryGetPropertyValue("reading", out var reading))
        {
            CompareReading(reading as JsonObject, got.Readings);
        }
    }

    private static void CompareReading(JsonObject? want, IReadOnlyList<Reading> readings)
    {
        Assert.Equal(want is null ? 0 : 1, readings.Count);
        foreach (var (path, value) in want ?? [])
        {
            Same(path, Sorted(value, path == "flags"), Sorted(JsonPick.At(Flat(readings[0]), path), path == "flags"));
        }
    }

    // The order of flags says nothing.
    private static JsonNode? Sorted(JsonNode? value, bool flags) =>
        flags && value is JsonArray list ? new JsonArray([.. list.Select(item => item!.GetValue<string>()).Order().Select(item => (JsonNode?)item)]) : value;

    private static JsonNode Flat(Reading reading)
    {
        var json = JsonSerializer.SerializeToNode((PlateReadBody)reading.Body, BodyJson.Default.PlateReadBody)!;
        json["time"] = reading.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFK", System.Globalization.CultureInfo.InvariantCulture);
        json["timeFrom"] = reading.TimeFrom.ToString();
        Assert.Equal(reading.Body.Media?.Select(media => media.Sha256) ?? [], reading.Attachments.Select(attachment => attachment.Sha256));
        Assert.Equal(("cam-1", DahuaMapping.DriverName, Lane.Event), (reading.Device, reading.Driver, reading.Lane));
        return json;
    }

    private static void Same(string path, JsonNode? want, JsonNode? got) =>
        Assert.True(JsonNode.DeepEquals(want, got), $"{path}: expected {want?.ToJsonString() ?? "nothing"}, got {got?.ToJsonString() ?? "nothing"}");
}
