using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.XrayScanner;
using EdgeGateway.Drivers.XrayScanner.Dahua;
using EdgeGateway.Protocol.Dahua;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;
using EdgeGateway.Tests.Drivers.Contract;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Drivers.XrayScanner;

/// <summary>What comes out of an event by a map, fact by fact.</summary>
public sealed class InspectionReadingsTests
{
    private const string Map = """
        {
          "events": [
            {
              "types": ["XRayPicture"], "tag": "Tag"
            },
            {
              "types": ["XRay*"], "tag": "Tag", "barcodes": "Codes[]", "time": "At", "grade": "Grade", "remote": "Remote", "machine": "Machine",
              "realName": { "path": "Real", "values": { "1": "verified", "0": "absent" } },
              "objects": [
                { "path": "Master[]", "code": "Type", "text": "Word", "confidence": "Score", "box": ["L", "T", "W", "H"], "boxIs": "size", "attribute": "Attribute", "grade": "Grade", "viewName": "master" },
                { "path": "Slave[]", "code": "Type", "box": "Box", "boxRange": 8192, "viewName": "slave" }
              ],
              "pictures": { "images": "Images[]", "related": "Related[]", "contentId": "Id", "kind": "Kind" }
            },
            {
              "types": ["Unpack"], "sort": "opening", "tag": "Tag", "handling": "Handling", "openedFrom": "From", "openedUntil": "Until",
              "objects": [{ "path": "Classes[]", "code": "." }]
            }
          ],
          "ignore": ["Door*"],
          "codes": { "901": "P03" },
          "texts": [{ "part": "bayonet", "category": "P01" }]
        }
        """;

    private static readonly DateTimeOffset s_received = new(2026, 1, 5, 1, 30, 15, TimeSpan.Zero);
    private static readonly byte[] s_jpeg = [0xFF, 0xD8, 0xFF, 0xD9];

    private readonly FakeHost _host = new(null!);
    private readonly UnmappedEvents _unmapped = new();

    [Theory]
    [InlineData("""{"Grade":0}""", "result", "\"clear\"")]
    [InlineData("""{"Grade":1}""", "result", "\"alarm\"")]
    [InlineData("""{"Grade":2}""", "dangerGrade", "2")]
    [InlineData("""{"Grade":-1}""", "result", "\"unknown\"")]
    [InlineData("""{"Grade":-1,"Tag":"T"}""", "flags", null)]
    [InlineData("""{"Grade":7}""", "result", "\"unknown\"")]
    [InlineData("""{"Grade":7}""", "flags", "[\"ENUM_UNKNOWN\"]")]
    [InlineData("""{"Grade":7}""", "scan.status", "\"7\"")]
    [InlineData("""{"Grade":0,"Master":[{"Type":2,"Grade":2}]}""", "flags", "[\"CLEAR_WITH_THREATS\"]")]
    [InlineData("""{"Grade":0,"Master":[{"Type":2,"Grade":2}]}""", "result", "\"clear\"")]
    [InlineData("""{"Grade":0,"Master":[{"Type":2,"Grade":0}]}""", "flags", null)]
    [InlineData("""{"Grade":"Tester Nobody"}""", "scan.status", null)]
    [InlineData("""{"Tag":"T"}""", "result", "\"unknown\"")]
    [InlineData("""{"Tag":"T"}""", "parcel.idType", "\"TAG\"")]
    [InlineData("""{"Tag":"T","Codes":["A","B","A"]}""", "barcodes", "[\"A\",\"B\"]")]
    [InlineData("""{"Tag":"T","Codes":["A","B"]}""", "waybillNo", null)]
    [InlineData("""{"Tag":"T","Codes":["A"]}""", "parcel.id", "\"A\"")]
    [InlineData("""{"Tag":"T","Codes":["A"]}""", "scan.uid", "\"T\"")]
    [InlineData("""{"Tag":"T","Remote":1}""", "scan.reportedBy", "\"REMOTE\"")]
    [InlineData("""{"Tag":"T","Remote":0,"Grade":-1}""", "scan.reportedBy", "\"MACHINE\"")]
    [InlineData("""{"Tag":"T"}""", "scan.reportedBy", null)]
    [InlineData("""{"Tag":"T","Real":"1"}""", "realName", "\"verified\"")]
    [InlineData("""{"Tag":"T","Machine":"M-7"}""", "scanner.machineId", "\"M-7\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":1}]}""", "items[0].category", "\"P02.01\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":901}]}""", "items[0].category", "\"P03\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":1,"Word":"old Bayonet"}]}""", "items[0].category", "\"P01\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":9}]}""", "items[0].category", "\"P00\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":9}]}""", "flags", null)]
    [InlineData("""{"Tag":"T","Master":[{"Type":77}]}""", "flags", "[\"CLASS_UNKNOWN\"]")]
    [InlineData("""{"Tag":"T","Master":[{"Type":77}]}""", "items[0].vendorCode", "\"77\"")]
    [InlineData("""{"Tag":"T","Master":[{"Word":"Pistol"}]}""", "items[0].category", "\"P01\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"Attribute":17}]}""", "items[0].material", "\"liquid\"")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"Attribute":34}]}""", "items[0].threat", "true")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"Attribute":34,"Grade":0}]}""", "items[0].threat", "false")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"Score":87}]}""", "items[0].confidence", "0.87")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"Score":101}]}""", "flags", "[\"CONFIDENCE_RANGE\"]")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"L":1,"T":2,"W":3,"H":4}]}""", "items[0].box", """{"x1":1,"y1":2,"x2":4,"y2":6}""")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"L":1,"T":2,"W":-3,"H":4}]}""", "flags", "[\"RECT_INCONSISTENT\"]")]
    [InlineData("""{"Tag":"T","Master":[{"Type":2,"L":0,"T":0,"W":0,"H":0}]}""", "items[0].box", null)]
    [InlineData("""{"Tag":"T","Slave":[{"Type":3,"Box":[1,2,3,4]}]}""", "flags", "[\"RECT_INCONSISTENT\"]")]
    [InlineData("""{"Tag":"T","Slave":[{"Type":3}]}""", "items[0].view", "\"slave\"")]
    [InlineData("""{"Other":1}""", "flags", "[\"MAP_FINDS_NOTHING\"]")]
    [InlineData("""{"Tag":"T","At":"2026-01-05T09:30:14"}""", "flags", "[\"ZONE_ASSUMED\"]")]
    [InlineData("""{"Tag":"T","At":"soon"}""", "flags", "[\"TIME_FORMAT\"]")]
    [InlineData("""{"Tag":"T","At":"2026-01-05T09:30:14+08:00"}""", "source.nativeId", "\"T/3/1767576614000\"")]
    public void Read_Screening_SaysIt(string data, string path, string? expected) => Same(Read("XRayDetection", data), path, expected);

    [Theory]
    [InlineData("""{"Tag":"T","Handling":0}""", "handling", "\"given_up\"")]
    [InlineData("""{"Tag":"T","Handling":1}""", "handling", "\"released\"")]
    [InlineData("""{"Tag":"T","Handling":1}""", "result", "\"unknown\"")]
    [InlineData("""{"Tag":"T","Handling":1}""", "openCheck.result", null)]
    [InlineData("""{"Tag":"T","Handling":2}""", "openCheck.result", "\"alarm\"")]
    [InlineData("""{"Tag":"T","Handling":3}""", "handling", "\"handed_to_police\"")]
    [InlineData("""{"Tag":"T","Handling":4}""", "handling", "\"returned\"")]
    [InlineData("""{"Tag":"T","Handling":5}""", "handling", "\"false_alarm\"")]
    [InlineData("""{"Tag":"T","Handling":5}""", "result", "\"clear\"")]
    [InlineData("""{"Tag":"T","Handling":-1}""", "handling", null)]
    [InlineData("""{"Tag":"T","Handling":-1}""", "flags", null)]
    [InlineData("""{"Tag":"T","Handling":9}""", "flags", "[\"ENUM_UNKNOWN\"]")]
    [InlineData("""{"Tag":"T","Classes":[14,1]}""", "items[1].category", "\"P02.01\"")]
    [InlineData("""{"Tag":"T","Classes":[14]}""", "lane", "\"Alarm\"")]
    [InlineData("""{"Tag":"T","From":"2026-01-05T09:30:14+08:00","Until":"2026-01-05T09:31:00+08:00"}""", "openCheck.end", "\"2026-01-05T01:31:00.000Z\"")]
    [InlineData("""{"Tag":"T"}""", "openCheck.done", "true")]
    [InlineData("""{"Tag":"T","Handling":2}""", "scan.reportedBy", "\"OPERATOR\"")]
    public void Read_Opening_SaysIt(string data, string path, string? expected) => Same(Read("Unpack", data), path, expected);

    /// <summary>Only a type of which the map knows no verdict shows a parcel; an event that judges and does not know has not merely brought pictures.</summary>
    [Theory]
    [InlineData("XRayDetection", 1, null)]
    [InlineData("XRayPicture", 1, true)]
    [InlineData("XRayPicture", 0, null)]
    public void Read_Pictures_AreAPictureOnlyWhereNothingIsJudged(string type, int pictures, bool? expected)
    {
        var reading = Read(type, "{\"Tag\":\"T\",\"Grade\":-1}", [.. Enumerable.Repeat(new EventPicture(null, s_jpeg), pictures)]);

        Assert.Equal((expected, "unknown"), (((ParcelInspectionBody)reading!.Body).Picture, ((ParcelInspectionBody)reading.Body).Result));
    }

    [Fact]
    public void Read_Pictures_AreTiedByContentIdThenByOrder()
    {
        var reading = Read(
            "XRayDetection", """{"Tag":"T","Images":[{"Kind":1,"Id":"b"},{"Kind":0}],"Related":[{}]}""",
            new EventPicture(null, new byte[] { 0xFF, 0xD8, 0xFF, 1 }), new EventPicture("b", s_jpeg), new EventPicture(null, new byte[] { 0xFF, 0xD8, 0xFF, 2 }), new EventPicture(null, new byte[] { 0xFF, 0xD8, 0xFF, 3 }));

        Assert.Equal(["xray", "overlay", "scene", "xray"], reading!.Body.Media!.Select(media => media.Role));
    }

    [Fact]
    public void Read_OpeningWithAPicture_WithholdsIt()
    {
        var reading = Read("Unpack", """{"Tag":"T"}""", new EventPicture(null, s_jpeg));

        Assert.Empty(reading!.Attachments);
        Assert.Contains("IMAGE_WITHHELD", reading.Body.Flags!);
    }

    [Fact]
    public void Read_TheSameTwice_HasOneKeyAndOtherPicturesAnother()
    {
        var one = Read("XRayDetection", """{"Tag":"T","Grade":1}""");
        var same = Read("XRayDetection", """{"Tag":"T","Grade":1}""");
        var more = Read("XRayDetection", """{"Tag":"T","Grade":1}""", new EventPicture(null, s_jpeg));
        var other = Read("XRayDetection", """{"Tag":"T","Grade":0}""");

        Assert.Equal(one!.RepeatKey, same!.RepeatKey);
        Assert.Equal(3, new[] { one.RepeatKey, more!.RepeatKey, other!.RepeatKey }.Distinct().Count());
    }

    [Fact]
    public void Read_NeitherKeyNorTime_HasNoIdentifierSoThatNoParcelIsTakenForARepeat()
    {
        var reading = Read("XRayDetection", """{"Codes":["A"],"Grade":0}""");

        Assert.Null(reading!.RepeatKey);
        Assert.Null(reading.Body.Source!.NativeId);
    }

    [Fact]
    public void Read_WrongMap_IsCounted()
    {
        Read("XRayDetection", """{"Other":1}""");

        Assert.Equal([(FaultKind.Garbled, "map-finds-nothing")], _host.Faults);
    }

    [Fact]
    public void Read_IgnoredType_IsNothing()
    {
        Assert.Null(Read("DoorOpened", "{}"));
        Assert.Empty(_host.Faults);
    }

    [Fact]
    public void Read_UnmappedType_IsToldOnceADayWithoutAValue()
    {
        const string Data = """{"Person":{"Name":"Tester Nobody","IdNumber":"990099190001010000"}}""";
        var first = Read("Person", Data);

        Same(first, "advice", "\"No entry of the map takes events of type Person. Write one, or name it in \\u0022ignore\\u0022. Names and sorts of its values: {Person:{Name:text,IdNumber:number}}\"");
        Assert.DoesNotContain("Tester", MapSite.Flat(first!).ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("9900", MapSite.Flat(first!).ToJsonString(), StringComparison.Ordinal);
        Assert.Null(Read("person", Data));
        Assert.NotNull(Read("Person", Data, s_received.AddHours(25)));
        Assert.Equal(3, _host.Faults.Count(fault => fault == (FaultKind.Unsupported, "event-not-mapped")));
    }

    [Fact]
    public async Task Read_UnmappedTypeThatTheDiskRefused_IsToldWithItsNextEvent()
    {
        var events = new InspectionEvents(MapSite.Map("xray-dahua", Map), DahuaXrayMapping.Place(_host.Context), _unmapped, _host);
        await Assert.ThrowsAsync<StoreRefusedException>(() => events.Before(new FakeSink { Refuses = true }).EmitAsync(Read("Person", "{}")!, default).AsTask());

        var again = Read("Person", "{}");
        Assert.NotNull(again);
        await events.Before(new FakeSink()).EmitAsync(again, default);

        Assert.Null(Read("Person", "{}"));
    }

    [Fact]
    public void Read_EverNewTypes_AreBounded()
    {
        int told = Enumerable.Range(0, 200).Count(i => Read(string.Create(CultureInfo.InvariantCulture, $"T{i}"), "{}") is not null);

        Assert.Equal(UnmappedEvents.MostTypes, told);
    }

    [Fact]
    public void Read_TypeThatIsAPersonsName_IsNotRepeated()
    {
        Same(Read("某某某", "{}"), "level", "\"?\"");
    }

    [Theory]
    [InlineData("XRayDetection", """{"Tag":"T","Grade":0}""", "unknown")]
    [InlineData("XRayDetection", """{"Tag":"T","Grade":1}""", "alarm")]
    [InlineData("Unpack", """{"Tag":"T","Handling":5}""", "unknown")]
    public void Read_EventThatWasCut_IsNeverClear(string type, string data, string result)
    {
        var body = (ParcelInspectionBody)Read(type, data, s_received, @event => @event with { Flags = [InspectionEvent.Cut] })!.Body;

        Assert.Equal(result, body.Result);
        Assert.Null(body.OpenCheck?.Result);
        Assert.Equal([InspectionEvent.Cut], body.Flags!);
    }

    [Theory]
    [InlineData(InspectionEvent.Repaired, "unknown")]
    [InlineData("CHARSET_GUESSED", "clear")]
    public void Read_EventThatHadToBeRepaired_IsNeverClear(string flag, string result) =>
        Same(Read("XRayDetection", "{\"Tag\":\"T\",\"Grade\":0}", s_received, @event => @event with { Flags = [flag] }), "result", $"\"{result}\"");

    private static void Same(Reading? reading, string path, string? expected)
    {
        var flat = MapSite.Flat(reading!);
        var want = expected is null ? null : JsonNode.Parse(expected);
        Assert.True(JsonNode.DeepEquals(want, JsonPick.At(flat, path)), $"{path} in {flat.ToJsonString()}");
    }

    private Reading? Read(string type, string data, params EventPicture[] pictures) => Read(type, data, s_received, pictures);

    private Reading? Read(string type, string data, DateTimeOffset received, params EventPicture[] pictures) =>
        Read(type, data, received, @event => @event with { Pictures = pictures });

    private Reading? Read(string type, string data, DateTimeOffset received, Func<InspectionEvent, InspectionEvent> change)
    {
        var events = new InspectionEvents(MapSite.Map("xray-dahua", Map), DahuaXrayMapping.Place(_host.Context), _unmapped, _host);
        var told = EventTexts.Read(Encoding.UTF8.GetBytes($"Code={type};action=Pulse;index=2;data={data}"), null, fault => Assert.Fail(fault));
        return events.Read(change(DahuaXrayMapping.ToEvent(told[0])!), received);
    }
}
