using System.Text.Json.Nodes;
using EdgeGateway.Protocol.Sdt;

namespace EdgeGateway.Tests.Protocol.Sdt;

/// <summary>kiosk.md section 3.4 and its vector 11.</summary>
public sealed class SdtTests
{
    private static JsonObject Vector => JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Captures", "kiosk-xfs4iot", "V11.json")))!.AsObject();

    [Fact]
    public void ModuleStatus_Vector_IsAskedAndReadAsTheDocumentSays()
    {
        var answer = SdtAnswer.Read(Hex("answer"), SdtRequest.ModuleStatus, out string? fault);

        Assert.Equal(Vector["request"]!.GetValue<string>(), Convert.ToHexString(SdtRequest.ModuleStatus.Frame.Span));
        Assert.Null(fault);
        Assert.Equal(Vector["good"]!.GetValue<bool>(), answer!.IsGood);
        Assert.Null(answer.SamId);
    }

    [Fact]
    public void SamId_Frame_IsTheDocuments() => Assert.Equal("AAAAAA9669000312FFEE", Convert.ToHexString(SdtRequest.SamId.Frame.Span));

    [Fact]
    public void SamId_Answer_NamesTheModule()
    {
        var answer = SdtAnswer.Read(Frame("000090" + "05001302A1B2C3D40102030405060708"), SdtRequest.SamId, out _);

        Assert.True(answer!.IsGood);
        Assert.Equal("05001302A1B2C3D40102030405060708", answer.SamId);
    }

    [Fact]
    public void Requests_AreTwoAndNoneReadsACard()
    {
        var all = typeof(SdtRequest).GetFields().Where(field => field.FieldType == typeof(SdtRequest)).Select(field => (SdtRequest)field.GetValue(null)!).ToArray();

        Assert.Empty(typeof(SdtRequest).GetConstructors());
        Assert.Equal(2, all.Length);
        Assert.All(all, request => Assert.True(request.Frame.Span[7] is 0x11 or 0x12));
    }

    [Theory]
    [InlineData("", SdtFaults.NoFrame)]
    [InlineData("AAAAAA9669", SdtFaults.NoFrame)]
    [InlineData("AAAAAA9668000400009094", SdtFaults.NoFrame)]
    [InlineData("AAAAAA9669000400009095", SdtFaults.BadChecksum)]
    [InlineData("AAAAAA9669000500009095", SdtFaults.BadLength)]
    [InlineData("AAAAAA966900040000909400", SdtFaults.BadLength)]
    [InlineData("AAAAAA966900020202", SdtFaults.BadLength)]
    public void Read_Damaged_SaysWhy(string hex, string expected)
    {
        Assert.Null(SdtAnswer.Read(Convert.FromHexString(hex), SdtRequest.ModuleStatus, out string? fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Read_AnswerOfAnotherProgramToACard_KeepsNothing()
    {
        Assert.Null(SdtAnswer.Read(Frame("000090" + new string('A', 2 * 1290)), SdtRequest.ModuleStatus, out string? fault));
        Assert.Equal(SdtFaults.Sensitive, fault);
        Assert.Null(SdtAnswer.Read(Frame("00009F00000000"), SdtRequest.SamId, out fault));
        Assert.Equal(SdtFaults.Sensitive, fault);
        Assert.Null(SdtAnswer.Read(Frame("000090" + "0500"), SdtRequest.SamId, out fault));
        Assert.Equal(SdtFaults.BadLength, fault);
    }

    [Fact]
    public void Read_OtherStatus_IsNotGood() => Assert.False(SdtAnswer.Read(Frame("000066"), SdtRequest.SamId, out _)!.IsGood);

    private static byte[] Hex(string name) => Convert.FromHexString(Vector[name]!.GetValue<string>());

    private static byte[] Frame(string bodyHex)
    {
        byte[] body = Convert.FromHexString(bodyHex);
        byte[] counted = [(byte)((body.Length + 1) >> 8), (byte)(body.Length + 1), .. body];
        return [0xAA, 0xAA, 0xAA, 0x96, 0x69, .. counted, counted.Aggregate((byte)0, (sum, one) => (byte)(sum ^ one))];
    }
}
