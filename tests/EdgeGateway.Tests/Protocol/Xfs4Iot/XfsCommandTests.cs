using System.Text;
using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Tests.Protocol.Xfs4Iot;

/// <summary>What can be said to a kiosk at all (kiosk.md section 1.4).</summary>
public sealed class XfsCommandTests
{
    [Fact]
    public void Commands_AreFourAndNobodyCanMakeAnother()
    {
        var all = typeof(XfsCommand).GetFields().Where(field => field.FieldType == typeof(XfsCommand)).Select(field => ((XfsCommand)field.GetValue(null)!).Name);

        Assert.Equal(["Common.Capabilities", "Common.Status", "ServicePublisher.GetServices", "Storage.GetStorage"], all.Order());
        Assert.Empty(typeof(XfsCommand).GetConstructors());
        Assert.Empty(typeof(XfsRequest).GetConstructors());
        Assert.True(typeof(XfsCommand).IsSealed && typeof(XfsRequest).IsSealed);
    }

    [Fact]
    public void Request_Bytes_AreAHeaderAndNothingElse()
    {
        var request = XfsCommand.GetStorage.Request(17, new XfsVersion(2, 1));
        var json = JsonNode.Parse(request.Utf8.Span)!;

        Assert.Equal("""{"header":{"name":"Storage.GetStorage","requestId":17,"type":"command","version":"2.1"}}""", Encoding.UTF8.GetString(request.Utf8.Span));
        Assert.Equal(17, json["header"]!["requestId"]!.GetValue<int>());
        Assert.Equal((XfsCommand.GetStorage, 17, new XfsVersion(2, 1)), (request.Command, request.Id, request.Version));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Request_IdBelowOne_IsNotMade(int id) => Assert.Throws<ArgumentOutOfRangeException>(() => XfsCommand.Status.Request(id, XfsVersion.First));

    [Theory]
    [InlineData("2.0", 2, 0)]
    [InlineData("12.34", 12, 34)]
    public void Version_Text_IsRead(string text, int major, int minor) => Assert.Equal(new XfsVersion(major, minor), XfsVersion.Parse(text));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2")]
    [InlineData(".0")]
    [InlineData("2.")]
    [InlineData("-2.0")]
    [InlineData("2.0.1")]
    [InlineData("2.0 ")]
    [InlineData("2000.0")]
    [InlineData("99999999999.0")]
    public void Version_OtherText_IsNone(string? text) => Assert.Null(XfsVersion.Parse(text));

    [Fact]
    public void Capabilities_VersionsOfOurCommands_AreChosenFrom()
    {
        var capabilities = XfsReader.Read("""
            {"header":{"name":"Common.Capabilities","requestId":3,"type":"completion","version":"3.0","completionCode":"success"},"payload":{"interfaces":[
              {"name":"Common","commands":{"Common.Status":{"versions":["1.0","3.1","2.0","x",7]},"Common.Capabilities":{}}},
              {"name":"storage","commands":{"GetStorage":{"versions":["2.1"]},"Reset":{"versions":["2.0"]}}},
              {"name":"CardReader","commands":{"CardReader.ReadRawData":{"versions":["2.0"]}}},{"name":"张三"},{"name":7},7]}}
            """u8.ToArray()).Message!.Capabilities!;

        Assert.Equal(["Common", "Storage", "CardReader"], capabilities.Interfaces);
        Assert.Equal("CardReader", capabilities.Class);
        Assert.Equal(new XfsVersion(3, 1), capabilities.Newest(XfsCommand.Status));
        Assert.Equal(new XfsVersion(2, 0), capabilities.Below(XfsCommand.Status, new XfsVersion(3, 1)));
        Assert.Null(capabilities.Below(XfsCommand.Status, new XfsVersion(1, 0)));
        Assert.True(capabilities.Offers(XfsCommand.GetStorage));
        Assert.Equal(new XfsVersion(2, 1), capabilities.Newest(XfsCommand.GetStorage));
        Assert.True(capabilities.Offers(XfsCommand.Capabilities));
        Assert.Null(capabilities.Newest(XfsCommand.Capabilities));
        Assert.False(capabilities.Offers(XfsCommand.GetServices));
        Assert.Equal(3, capabilities.Versions.Count);
    }
}
