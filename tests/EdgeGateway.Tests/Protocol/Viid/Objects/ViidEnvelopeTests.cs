using System.Text;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Tests.Protocol.Viid.Objects;

/// <summary>Every envelope in which objects and statuses were seen.</summary>
public class ViidEnvelopeTests
{
    private const string One = """{"MotorVehicleID":"1","PlateNo":"苏A3HK57","PassTime":"20240624195235"}""";

    [Theory]
    [InlineData("{\"MotorVehicleListObject\":{\"MotorVehicleObject\":[$]}}")]
    [InlineData("{\"MotorVehicleListObject\":{\"MotorVehicleObject\":$}}")]
    [InlineData("{\"MotorVehicleListObject\":[$]}")]
    [InlineData("{\"MotorVehicleObjectList\":{\"MotorVehicleObject\":[$]}}")]
    [InlineData("{\"MotorVehicle0bjectList\":{\"motorvehicle0bject\":[$]}}")]
    [InlineData("{\"MotorVehicleObject\":[$]}")]
    [InlineData("{\"MotorVehicleObject\":$}")]
    [InlineData("{\"MotorVehicle\":$}")]
    [InlineData("$")]
    [InlineData("{\"SubscribeNotificationListObject\":{\"SubscribeNotificationObject\":[{\"MotorVehicleObjectList\":{\"MotorVehicleObject\":[$]}}]}}")]
    [InlineData("{\"SubscribeNotificationListObject\":{\"SubscribeNotificationObject\":{\"MotorVehicleListObject\":$}}}")]
    [InlineData("{\"SubscribeNotificationObject\":{\"MotorVehicleObjectList\":[$]}}")]
    [InlineData("{\"DispositionNotificationListObject\":{\"DispositionNotificationObject\":[{\"MotorVehicleObject\":$}]}}")]
    public void Find_AnyEnvelope_HasTheVehicle(string body) =>
        Assert.Equal("苏A3HK57", Assert.Single(ViidMotorVehicle.Find(Read(body.Replace("$", One, StringComparison.Ordinal))))["PlateNo"].Text);

    [Theory]
    [InlineData("{\"MotorVehicleListObject\":{\"MotorVehicleObject\":[]}}")]
    [InlineData("{\"MotorVehicleListObject\":{}}")]
    [InlineData("{\"MotorVehicleListObject\":null}")]
    [InlineData("{\"MotorVehicleListObject\":{\"MotorVehicleObject\":[1,null,\"x\",[]]}}")]
    [InlineData("{\"FaceListObject\":{\"FaceObject\":[{}]}}")]
    public void Find_NoVehicle_IsNone(string body) => Assert.Empty(ViidMotorVehicle.Find(Read(body)));

    [Theory]
    [InlineData("""{"ResponseStatusObject":{"Id":"1","StatusCode":"0"}}""", 0)]
    [InlineData("""{"ResponseStatusObject":{"ID":"1","StatusCode":0,"RequestURL":"/x"}}""", 0)]
    [InlineData("""{"ResponseStatusListObject":{"ResponseStatusObject":{"Id":"1","StatusCode":-1}}}""", -1)]
    [InlineData("""{"ResponseStatusListObject":[{"Id":"1","StatusCode":500}]}""", 500)]
    [InlineData("""{"ResponseStatusObject":[{"Id":"1","StatusCode":"10"}]}""", 10)]
    [InlineData("""{"Id":"1","StatusCode":4}""", 4)]
    [InlineData("""{"ResponseStatusObject":{"Id":"1","StatusCode":""}}""", null)]
    public void ReadStatus_AnyForm_IsRead(string body, int? code)
    {
        var status = Assert.Single(ViidStatus.Read(Read(body)));

        Assert.Equal(("1", code, code == 0), (status.Id, status.Code, status.IsOk));
    }

    /// <summary>T17.</summary>
    [Fact]
    public void ReadStatus_ReplyToAnUpload_IsMatchedByItsId()
    {
        const string id = "340200000013200000070220200624195235527380252739";
        var status = Assert.Single(ViidStatus.Read(Read($$$"""{"ResponseStatusListObject":{"ResponseStatusObject":[{"Id":"{{{id}}}","RequestURL":"/VIID/MotorVehicles","StatusCode":0,"StatusString":"OK","LocalTime":"20200625014312"}]}}""")));

        Assert.Equal((id, true), (status.Id, status.IsOk));
    }

    /// <summary>T15 and T16: a status as text, and header text in front of the body.</summary>
    [Fact]
    public void ReadStatus_BodyBehindItsContentLength_IsReadAndToldOf()
    {
        var body = Read("Content-Length: 170\r\n\r\n{\"ResponseStatusObject\":{\"Id\":\"34020000001320000007\",\"LocalTime\":\"20200625014312\",\"StatusCode\":\"0\"}}");

        Assert.True(body.Malformed);
        Assert.True(Assert.Single(ViidStatus.Read(body)).IsOk);
    }

    private static ViidDocument Read(string body) => ViidDocument.Read(Encoding.UTF8.GetBytes(body), null, out _)!;
}
