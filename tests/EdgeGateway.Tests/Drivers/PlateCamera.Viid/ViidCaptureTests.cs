using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera.Viid;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PlateCamera.Viid;

/// <summary>Every capture through the decoder, against values written by hand from the protocol document.</summary>
public class ViidCaptureTests
{
    public static TheoryData<string> Cases => [.. ViidCapture.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        var capture = ViidCapture.Open(name);
        var options = new Dictionary<string, string> { ["received"] = capture.Expected["received"]?.GetValue<string>() ?? "2026-11-22T00:00:00Z", ["zone"] = "+08:00", ["device"] = "cam-1" };
        var frames = new ViidDecoder().Decode(capture.Frames, options).ToList();

        Assert.True(capture.HasOrigin);
        if (capture.Faults is { } faults)
        {
            Assert.Equal(faults, frames.Select(frame => frame.Fault));
            return;
        }

        var expected = capture.Expected["frames"]!.AsArray();
        Assert.Equal(expected.Select(frame => frame!["type"]!.GetValue<string>()), frames.Select(frame => frame.Fault ?? frame.Type));
        foreach (var (want, got) in expected.Zip(frames))
        {
            Compare(want!.AsObject(), got);
        }
    }

    [Fact]
    public void Catalog_ViidDecoder_IsOffered() =>
        Assert.Contains(DriverCatalog.All, driver => driver.Decoders.Any(decoder => decoder.Protocol == "viid"));

    [Theory]
    [InlineData("received", "now")]
    [InlineData("zone", "Shanghai")]
    public void Decode_BadOption_IsToldOf(string option, string value) =>
        Assert.Equal("bad-option", new ViidDecoder().Decode("{}"u8.ToArray(), new Dictionary<string, string> { [option] = value }).Single().Fault);

    [Theory]
    [InlineData("01", 2)]
    [InlineData("02", 1)]
    [InlineData("03", 4)]
    [InlineData("04", 3)]
    [InlineData("05", 6)]
    [InlineData("06", 5)]
    [InlineData("07", 8)]
    [InlineData("08", 7)]
    [InlineData("00", 9)]
    public void Decode_RegionalHeadings_AreTurnedRound(string direction, int heading)
    {
        byte[] body = System.Text.Encoding.UTF8.GetBytes($$$"""{"MotorVehicleObject":{"PlateNo":"苏A3HK57","Direction":"{{{direction}}}"}}""");
        var reading = Assert.Single(new ViidDecoder().Decode(body, new Dictionary<string, string> { ["headings"] = "regional" }).Single().Readings);

        Assert.Equal(heading, ((PlateReadBody)reading.Body).Heading);
    }

    private static void Compare(JsonObject want, DecodedFrame got)
    {
        foreach (var (path, value) in want["fields"]?.AsObject() ?? [])
        {
            Same(path, value, JsonPick.At(got.Fields, path));
        }

        var readings = want["readings"]?.AsArray() ?? (want["reading"] is { } one ? [one.DeepClone()] : []);
        Assert.Equal(readings.Count, got.Readings.Count);
        foreach (var (expected, reading) in readings.Zip(got.Readings))
        {
            CompareReading(expected!.AsObject(), reading);
        }
    }

    private static void CompareReading(JsonObject want, Reading reading)
    {
        foreach (var (path, value) in want)
        {
            Same(path, Sorted(value, path == "flags"), Sorted(JsonPick.At(Flat(reading), path), path == "flags"));
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
        Assert.Equal(("cam-1", ViidCameraMapping.DriverName, Lane.Event), (reading.Device, reading.Driver, reading.Lane));
        return json;
    }

    private static void Same(string path, JsonNode? want, JsonNode? got) =>
        Assert.True(JsonNode.DeepEquals(want, got), $"{path}: expected {want?.ToJsonString() ?? "nothing"}, got {got?.ToJsonString() ?? "nothing"}");
}
