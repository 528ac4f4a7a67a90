using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.XrayScanner.Dicos;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>Every capture through the decoder, against values that stand in the protocol document or were given to the program that wrote the file.</summary>
public sealed class DicosCaptureTests
{
    public static TheoryData<string> Cases => [.. DicosCapture.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatWasWritten(string name)
    {
        var capture = DicosCapture.Open(name);

        var frame = Assert.Single(new DicosDecoder().Decode(capture.File, capture.Options));

        Assert.NotEmpty(capture.Origin);
        Assert.Equal(capture.Fault, frame.Fault);
        Assert.Equal(frame.Ok, frame.Why is null);
        Assert.Equal(capture.Expected["type"]?.GetValue<string>(), frame.Type);
        Compare(capture.Expected["fields"], frame.Fields);
        Assert.Equal(frame.Ok ? 1 : 0, frame.Readings.Count);
        Compare(capture.Expected["reading"], frame.Ok ? Flat(frame.Readings[0]) : null);
    }

    [Fact]
    public void Decode_Hex_TellsNoName()
    {
        var capture = DicosCapture.Open("persons");

        var frame = new DicosDecoder().Decode(capture.File, capture.Options).Single();

        string all = frame.Fields!.ToJsonString() + JsonSerializer.Serialize((ParcelInspectionBody)frame.Readings[0].Body, BodyJson.Default.ParcelInspectionBody);
        foreach (string part in new[] { "Wang", "Xiaoming", "Li^Lei", "19800101", "BP-123", Convert.ToHexStringLower("Wang"u8), Convert.ToHexStringLower("BP-123"u8) })
        {
            Assert.DoesNotContain(part, all, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("received", "noon")]
    [InlineData("zone", "far away")]
    public void Decode_OptionThatIsNone_IsTold(string name, string value)
    {
        var options = new Dictionary<string, string> { [name] = value };

        Assert.Equal("bad-option", new DicosDecoder().Decode(DicosCapture.Open("x1").File, options).Single().Fault);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_EveryCut_NeverClearsWhatIsNotCleared(string name)
    {
        var capture = DicosCapture.Open(name);

        // Of these two a cut between elements leaves a whole clear report: what was wrong stood behind it, and a report need not have it.
        bool clear = Result(capture, capture.File.Length) == ParcelWords.Clear || name is "twice" or "jam";
        for (int length = 0; length < capture.File.Length; length++)
        {
            Assert.True(Result(capture, length) != ParcelWords.Clear || clear, $"{name} cut at {length} is clear");
        }
    }

    private static string? Result(DicosCapture capture, int length)
    {
        var frame = new DicosDecoder().Decode(capture.File.AsMemory(0, length), capture.Options).Single();
        Assert.True(frame.Ok || frame.Fault is { Length: > 0 });
        return frame.Ok ? ((ParcelInspectionBody)frame.Readings.Single().Body).Result : null;
    }

    private static void Compare(JsonNode? wanted, JsonNode? got)
    {
        foreach (var (path, value) in wanted?.AsObject() ?? [])
        {
            var found = Pick(got, path);
            Assert.True(JsonNode.DeepEquals(value, found), $"{path}: expected {value?.ToJsonString() ?? "nothing"}, got {found?.ToJsonString() ?? "nothing"}");
        }
    }

    // A tag has no dot in it; a path through one begins with it.
    private static JsonNode? Pick(JsonNode? node, string path) =>
        path.StartsWith('(') ? JsonPick.At(node?[path[..11]], path[11..]) : JsonPick.At(node, path);

    private static JsonNode Flat(Reading reading)
    {
        var json = JsonSerializer.SerializeToNode((ParcelInspectionBody)reading.Body, BodyJson.Default.ParcelInspectionBody)!;
        json["time"] = reading.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFK", CultureInfo.InvariantCulture);
        json["timeFrom"] = reading.TimeFrom.ToString();
        json["lane"] = reading.Lane.ToString();
        Assert.Equal(("xr-07", "xray-dicos"), (reading.Device, reading.Driver));
        return json;
    }
}
