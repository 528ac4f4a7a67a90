using EdgeGateway.Protocol.Viid.Ids;

namespace EdgeGateway.Tests.Protocol.Viid.Ids;

/// <summary>Vectors of section 11.4.</summary>
public class ViidIdTests
{
    private const string Id01 = "340200000013200000070220240624195235527380252739";

    [Fact]
    public void Parse_Id01_HasItsParts()
    {
        var id = ViidId.Parse(Id01)!;

        Assert.Equal((ViidIdKind.Semantic, "34020000001320000007", "02", 52738, "02", 52739), (id.Kind, id.Owner, id.Type, id.Serial, id.ObjectType, id.ObjectSerial));
        Assert.Equal(new DateTime(2024, 6, 24, 19, 52, 35), id.Time);
        Assert.Empty(MotorVehicleId.Flags(Id01, "34020000001320000007"));
    }

    [Fact]
    public void Parse_Id02_IsAPicture()
    {
        var id = ViidId.Parse("34020000001320000007022024062419523500001")!;

        Assert.Equal((ViidIdKind.Basic, "02", 1, ""), (id.Kind, id.Type, id.Serial, id.ObjectType));
    }

    [Theory]
    [InlineData("340200000000012024040112010100001", ViidTypes.Disposition)]
    [InlineData("340200000000032024040112010100001", ViidTypes.Subscription)]
    public void Parse_Id03AndId04_AreBusiness(string text, string type)
    {
        var id = ViidId.Parse(text)!;

        Assert.Equal((ViidIdKind.Business, "340200000000", type, 1), (id.Kind, id.Owner, id.Type, id.Serial));
        Assert.Equal(new DateTime(2024, 4, 1, 12, 1, 1), id.Time);
    }

    [Fact]
    public void Parse_Id05_IsACheckpointAndNoCamera()
    {
        var code = ViidDeviceCode.Parse("34020000001210000001")!.Value;

        Assert.Equal(("34020000", "00", "121", "0000001"), (code.Centre, code.Industry, code.Type, code.Serial));
        Assert.True(code.IsCheckpoint);
        Assert.False(code.IsCamera);
        Assert.True(ViidDeviceCode.Parse("34020000001320000007")!.Value.IsCamera);
    }

    [Fact]
    public void Flags_Id06_IsMalformed()
    {
        Assert.Null(ViidId.Parse(Id01 + "W"));
        Assert.Equal([MotorVehicleId.Malformed], MotorVehicleId.Flags(Id01 + "W", null));
    }

    [Fact]
    public void Flags_Id07_ParsesWithTheWrongPair()
    {
        string text = Id01[..20] + "01" + Id01[22..];

        Assert.Equal("01", ViidId.Parse(text)!.Type);
        Assert.Equal([MotorVehicleId.TypePair], MotorVehicleId.Flags(text, "34020000001320000007"));
    }

    [Theory]
    [InlineData(null, "ID_MALFORMED")]
    [InlineData("", "ID_MALFORMED")]
    [InlineData("34020000001320000007022024062419523500001", "ID_MALFORMED")]
    [InlineData("340200000013200000070220241324195235527380252739", "ID_MALFORMED")]
    [InlineData("340200000013200000070220240624195235527380352739", "ID_TYPE_PAIR")]
    [InlineData("340200000013200000080220240624195235527380252739", "ID_DEVICE_MISMATCH")]
    public void Flags_OfOthers_NameWhatIsWrong(string? text, string flag) =>
        Assert.Equal([flag], MotorVehicleId.Flags(text, "34020000001320000007"));

    [Fact]
    public void Parse_Case_HasFourDigitsOfSerial()
    {
        var id = ViidId.Parse("340200000000202404011201011234")!;

        Assert.Equal((ViidIdKind.Case, 1234, ""), (id.Kind, id.Serial, id.Type));
    }

    [Theory]
    [InlineData("３４０２００００００１３２００００００７")]
    [InlineData("3402000000132000000 ")]
    public void Parse_NotAsciiDigits_IsNone(string text) => Assert.Null(ViidId.Parse(text));
}
