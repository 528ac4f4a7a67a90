using System.Text.Json;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Parcels;

namespace EdgeGateway.Tests.Protocol.Contract;

/// <summary>The event against the example of the contract, section 2.</summary>
public sealed class ReadingEnvelopeTests
{
    private static readonly DateTimeOffset s_time = new(2026, 11, 22, 11, 32, 0, 120, TimeSpan.FromHours(8));

    [Fact]
    public void Compose_PlateRead_IsTheEventOfTheContract()
    {
        string expected = """
            {
              "specversion": "1.0", "id": "gz-baiyun-01:5f0c1c52:184467", "epoch": "5f0c1c52", "seq": 184467,
              "source": "/site/440100000012100001/gateway/gz-baiyun-01", "subject": "cam-03", "type": "edge.plate.read.v1",
              "time": "2026-11-22T03:32:00.120Z", "datacontenttype": "application/json", "dataschema": "urn:edge:schema:plate.read:1",
              "lane": "event", "driver": "hikvision-anpr", "timefrom": "device", "received": "2026-11-22T03:32:00.184Z",
              "clock": "synchronised", "clockoffsetms": 3, "deviceoffsetms": -64,
              "data": {
                "plate": { "raw": "蓝粤A12345", "text": "粤A12345", "outcome": "VALID" },
                "heading": 9, "relativeDirection": "unknown",
                "position": { "lat": 23.16, "lon": 113.23, "datum": "WGS-84", "from": "site" },
                "media": [ { "role": "scene", "sha256": "ab", "type": "image/jpeg", "bytes": 231044, "width": 1920, "height": 1080 } ],
                "flags": [ "CLOCK_ZONE" ],
                "source": { "nativeId": "n-1", "retransmitted": false }
              }
            }
            """;
        var seen = JsonNode.Parse(Compose(Reading()));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), seen), seen!.ToJsonString());
    }

    [Fact]
    public void Compose_UnknownValues_AreLeftOutAndNeverNull()
    {
        var event1 = Compose(Reading() with { ClockOffsetMs = null, DeviceOffsetMs = null, TimeFrom = TimeOrigin.Gateway });
        Assert.DoesNotContain("null", System.Text.Encoding.UTF8.GetString(event1));
        Assert.Equal("gateway", JsonDocument.Parse(event1).RootElement.GetProperty("timefrom").GetString());
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void Compose_NumberThatJsonDoesNotKnow_IsNullAndTheReadingIsWritten(double wild)
    {
        var body = new ParcelInspectionBody
        {
            Result = ParcelWords.Alarm,
            Origin = ParcelWords.Dicos,
            Items = [new ParcelItem(ParcelCategories.Knives, Confidence: wild, Box: new ParcelBox(1, 2, wild, 4))],
        };
        var item = JsonNode.Parse(Compose(Reading() with { Body = body }))!["data"]!["items"]![0]!;
        Assert.Null(item["box"]!["x2"]);
        Assert.Equal(4, (double)item["box"]!["y2"]!);
        Assert.Null(item["confidence"]);
    }

    [Fact]
    public void Compose_IntoASpan_IsTheSameBytes()
    {
        var tail = new ReadingEnvelope("s", "g").Tail(Reading());
        byte[] whole = ReadingEnvelope.Compose("g", "5f0c1c52", long.MaxValue, tail.Span);
        var span = new byte[ReadingEnvelope.ComposedMost("g", tail.Length)];
        int length = ReadingEnvelope.Compose("g", "5f0c1c52", long.MaxValue, tail.Span, span);
        Assert.Equal(whole, span.AsSpan(0, length).ToArray());
    }

    private static byte[] Compose(Reading reading) => ReadingEnvelope.Compose(
        "gz-baiyun-01", "5f0c1c52", 184467, new ReadingEnvelope("440100000012100001", "gz-baiyun-01").Tail(reading).Span);

    private static Reading Reading() => new()
    {
        Device = "cam-03",
        Driver = "hikvision-anpr",
        Lane = Lane.Event,
        Time = s_time,
        TimeFrom = TimeOrigin.Device,
        Received = s_time + TimeSpan.FromMilliseconds(64),
        Clock = ClockQuality.Synchronised,
        ClockOffsetMs = 3,
        DeviceOffsetMs = -64,
        Body = new PlateReadBody
        {
            Plate = new PlateInfo { Raw = "蓝粤A12345", Text = "粤A12345", Outcome = "VALID" },
            Position = new GeoPosition(23.16, 113.23, "WGS-84", "site"),
            Media = [new MediaRef("scene", "ab", "image/jpeg", 231044, 1920, 1080)],
            Flags = ["CLOCK_ZONE"],
            Source = new SourceInfo("n-1"),
        },
    };
}
