using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;
using EdgeGateway.Protocol.Viid.Writing;

namespace EdgeGateway.Tests.Protocol.Viid.Writing;

/// <summary>Bodies against those of section 11.1, and each profile option against what its peer reads.</summary>
public class ViidWriterTests
{
    private const string Device = "34020000001320000007";
    private static readonly TimeSpan s_zone = TimeSpan.FromHours(8);
    private static readonly DateTimeOffset s_now = new(2024, 6, 24, 11, 52, 36, TimeSpan.Zero);

    [Fact]
    public void Statuses_SuccessReply_IsTheBodyOfTheDocument() => Same(
        """
        {"ResponseStatusListObject":{"ResponseStatusObject":[{
         "Id":"340200000013200000070220240624195235527380252739",
         "RequestURL":"/VIID/MotorVehicles","StatusCode":0,"StatusString":"OK","LocalTime":"20240624195236"}]}}
        """,
        ViidWriter.Statuses([Status("340200000013200000070220240624195235527380252739", 0)], ViidDialect.Standard));

    [Fact]
    public void Status_OtherDialect_IsTextIdAndList() => Same(
        """{"ResponseStatusListObject":{"ResponseStatusObject":[{"ID":"1","RequestURL":"/VIID/MotorVehicles","StatusCode":"7","StatusString":"Invalid JSON Format","LocalTime":"20240624195236"}]}}""",
        ViidWriter.Status(Status("1", 7), new ViidDialect { StatusCode = ViidScalar.Text, IdKey = "ID", SessionStatus = ViidForm.List }));

    [Fact]
    public void Statuses_SingleDialect_IsSingleOnlyForOne()
    {
        var dialect = new ViidDialect { ListStatus = ViidForm.Single };

        Assert.True(Json(ViidWriter.Statuses([Status("1", 0)], dialect))["ResponseStatusObject"] is JsonObject);
        Assert.True(Json(ViidWriter.Statuses([Status("1", 0), Status("2", 2)], dialect))["ResponseStatusListObject"] is JsonObject);
    }

    [Theory]
    [InlineData(ViidClockForm.Digits, "\"20240624195236\"")]
    [InlineData(ViidClockForm.Iso, "\"2024-06-24T19:52:36\"")]
    [InlineData(ViidClockForm.EpochMilliseconds, "1719229956000")]
    public void SystemTime_Forms_AreReadBack(ViidClockForm form, string expected)
    {
        byte[] body = ViidWriter.SystemTime(Device, s_now, s_zone, new ViidDialect { Clock = form, TimeZone = null });

        Assert.Equal(expected, Json(body)["SystemTimeObject"]!["LocalTime"]!.ToJsonString());
        Assert.Equal(s_now, ViidSystemTime.Read(Read(body))!.At(s_zone));
        Assert.True(Json(body)["SystemTimeObject"]!.AsObject().ContainsKey("TimeZone"));
    }

    [Fact]
    public void Session_Bodies_CarryTheDevice()
    {
        Same($$$"""{"RegisterObject":{"DeviceID":"{{{Device}}}"}}""", ViidWriter.Register(Device));
        Same($$$"""{"KeepaliveObject":{"DeviceID":"{{{Device}}}"}}""", ViidWriter.Keepalive(Device));
        Same($$$"""{"UnRegisterObject":{"DeviceID":"{{{Device}}}"}}""", ViidWriter.UnRegister(Device));
        Assert.Equal(Device, ViidSession.DeviceId(Read(ViidWriter.UnRegister(Device))));
    }

    [Fact]
    public void MotorVehicles_ReferenceBody_IsTheBodyOfTheDocument()
    {
        var written = Json(ViidWriter.MotorVehicles([Vehicle()]));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ReferenceBodies.MotorVehicle), written), written.ToJsonString());
    }

    [Fact]
    public void SubscribeNotification_OfAVehicle_IsFoundAgain()
    {
        var notice = new ViidNotice("340200000000042024040112010100001", "340200000000032024040112010100001", "t", "20240624195236");
        var body = Read(ViidWriter.SubscribeNotification(notice, [Vehicle()], ViidDialect.Standard));
        var read = Assert.Single(ViidNotification.ReadSubscribed(body));

        Assert.Equal((notice.Id, notice.About, Vehicle().Id, 1), (read.Id, read.About, read.InfoIds, read.ExecuteOperation));
        Assert.Equal("苏A3HK57", Assert.Single(ViidMotorVehicle.Find(body))["PlateNo"].Text);
    }

    [Fact]
    public void DispositionNotification_OfAVehicle_IsFoundAgain()
    {
        var notice = new ViidNotice("340200000000022024040112010100001", "340200000000012024040112010100001", "t", "20240624195236");
        var body = Read(ViidWriter.DispositionNotification(notice, Vehicle()));
        var read = Assert.Single(ViidNotification.ReadAlarms(body));

        Assert.Equal((notice.Id, notice.About, Vehicle().Id), (read.Id, read.About, read.InfoIds));
        Assert.Equal("苏A3HK57", Assert.Single(read.MotorVehicles)["PlateNo"].Text);
    }

    [Fact]
    public void DispositionsAndSubscribes_AreReadBack()
    {
        var disposition = new ViidDisposition { Id = "340200000000012024040112010100001", Category = 2, TargetFeature = "苏A3HK57", OperateType = 0, PriorityLevel = 1, TollgateList = "34020000001210000001" };
        var subscribe = new ViidSubscribe { Id = "340200000000032024040112010100001", Detail = "12, 13", OperateType = ViidSubscribe.Subscribe, ReceiveAddr = "http://192.0.2.10/x", ReportInterval = 3 };

        Assert.Equal(disposition, Assert.Single(ViidDisposition.Read(Read(ViidWriter.Dispositions([disposition])))));
        Assert.Equal(subscribe, Assert.Single(ViidSubscribe.Read(Read(ViidWriter.Subscribes([subscribe])))));
        Assert.True(subscribe.Wants(ViidSubscribe.MotorVehicles));
        Assert.False(subscribe.Wants("3"));
    }

    private static ViidStatus Status(string id, int code) => new() { Id = id, RequestUrl = "/VIID/MotorVehicles", Code = code, LocalTime = "20240624195236" };

    private static ViidMotorVehicle Vehicle() => new()
    {
        Id = "340200000013200000070220240624195235527380252739",
        SourceId = "34020000001320000007022024062419523552738",
        TollgateId = "34020000001210000001",
        DeviceId = Device,
        Rect = new(310, 220, 595, 560),
        LaneNo = 2,
        HasPlate = true,
        PlateClass = "02",
        PlateColor = "5",
        PlateNo = "苏A3HK57",
        Speed = 57.0,
        Direction = "3",
        VehicleClass = "K33",
        VehicleColor = "2",
        PassTime = "20240624195235",
        Images =
        [
            new ViidSubImage
            {
                Id = "34020000001320000007022024062419523552738", EventSort = 2, DeviceId = Device, Type = "01", ShotTime = "20240624195235",
                Width = 1920, Height = 1080, Data = new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 },
            },
        ],
    };

    private static ViidDocument Read(byte[] body) => ViidDocument.Read(body, "utf-8", out _)!;

    private static JsonNode Json(byte[] body) => JsonNode.Parse(Encoding.UTF8.GetString(body))!;

    private static void Same(string expected, byte[] body) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), Json(body)), Encoding.UTF8.GetString(body));
}
