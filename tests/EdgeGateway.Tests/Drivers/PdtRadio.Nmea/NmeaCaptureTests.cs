using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PdtRadio.Nmea;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.PdtRadio.Nmea;

/// <summary>Every capture through the decoder, against values that stand in the protocol document or were computed beside the product.</summary>
public class NmeaCaptureTests
{
    private static readonly string s_root = Path.Combine(AppContext.BaseDirectory, "Captures", "nmea-gnss");

    public static TheoryData<string> Cases => [.. Directory.GetDirectories(s_root).Select(folder => Path.GetFileName(folder)!).Order()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Decode_Capture_GivesWhatTheDocumentSays(string name)
    {
        string folder = Path.Combine(s_root, name);
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")))!;
        var wanted = expected["frames"]!.AsArray();

        var frames = Decode(File.ReadAllBytes(Path.Combine(folder, "frames.nmea")), expected["received"]!.GetValue<string>());

        Assert.NotEmpty(File.ReadAllText(Path.Combine(folder, "origin")));
        Assert.Equal(wanted.Select(frame => (frame!["fault"] ?? frame["type"])!.GetValue<string>()), frames.Select(frame => frame.Fault ?? frame.Type));
        foreach (var (want, got) in wanted.Zip(frames))
        {
            Compare(want!.AsObject(), got);
        }
    }

    [Fact]
    public void Catalog_NmeaDecoder_IsOffered() =>
        Assert.Contains(DriverCatalog.All, driver => driver.Decoders.Any(decoder => decoder.Protocol == "nmea" && decoder.TakesText));

    [Fact]
    public void Decode_HexOfASentence_IsUnderstood()
    {
        byte[] text = File.ReadAllBytes(Path.Combine(s_root, "v047", "frames.nmea"));

        var frame = Assert.Single(Decode(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexString(text)), "2018-03-26T10:05:39Z"));

        Assert.Single(frame.Readings);
    }

    [Theory]
    [InlineData("received", "noon")]
    [InlineData("numberRule", "own")]
    public void Decode_OptionThatIsNone_IsTold(string name, string value)
    {
        var options = new Dictionary<string, string> { [name] = value };

        Assert.Equal("bad-option", new NmeaDecoder(TimeProvider.System).Decode("$GPRMC,,V,,,,,,,,,,N*53"u8.ToArray(), options).Single().Fault);
    }

    private static List<DecodedFrame> Decode(byte[] bytes, string received) =>
    [
        .. new NmeaDecoder(TimeProvider.System).Decode(
            bytes, new Dictionary<string, string> { ["received"] = received, ["device"] = "gnss-1", ["own"] = "9011276", ["numberRule"] = "national" }),
    ];

    private static void Compare(JsonObject want, DecodedFrame got)
    {
        Assert.Equal(got.Ok, got.Why is null);
        foreach (var (path, value) in want["fields"]?.AsObject() ?? [])
        {
            Same(path, value, JsonPick.At(got.Fields, path));
        }

        var reading = want["reading"] as JsonObject;
        Assert.Equal(reading is null ? 0 : 1, got.Readings.Count);
        foreach (var (path, value) in reading ?? [])
        {
            Same(path, value, JsonPick.At(Flat(got.Readings[0]), path));
        }
    }

    private static JsonNode Flat(Reading reading)
    {
        var json = JsonSerializer.SerializeToNode((RadioPositionBody)reading.Body, BodyJson.Default.RadioPositionBody)!;
        json["time"] = reading.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.FFFK", CultureInfo.InvariantCulture);
        json["timeFrom"] = reading.TimeFrom.ToString();
        Assert.Equal(("gnss-1", "nmea-gnss", Lane.Telemetry), (reading.Device, reading.Driver, reading.Lane));
        return json;
    }

    /// <summary>Degrees may differ in the fifteenth digit, by the order of the sums.</summary>
    private static void Same(string path, JsonNode? want, JsonNode? got)
    {
        if (path == "position" && want is not null)
        {
            Assert.Equal(want["lat"]!.GetValue<double>(), got!["lat"]!.GetValue<double>(), 12);
            Assert.Equal(want["lon"]!.GetValue<double>(), got["lon"]!.GetValue<double>(), 12);
            Assert.Equal(("WGS-84", "device"), (got["datum"]!.GetValue<string>(), got["from"]!.GetValue<string>()));
            return;
        }

        Assert.True(JsonNode.DeepEquals(want, got), $"{path}: expected {want?.ToJsonString() ?? "nothing"}, got {got?.ToJsonString() ?? "nothing"}");
    }
}
