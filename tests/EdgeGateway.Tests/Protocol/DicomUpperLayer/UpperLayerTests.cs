using EdgeGateway.Protocol.DicomUpperLayer;

namespace EdgeGateway.Tests.Protocol.DicomUpperLayer;

/// <summary>Against the bytes of xray.md section 7.2, which two independent programs exchanged.</summary>
public sealed class UpperLayerTests
{
    private const string Request =
        "0100000000cd000100004757534350202020202020202020202058524159303720202020202020202020000000000000000000000000000000000000000000000000000000000000000010000015312e322e3834302e31303030382e332e312e312e312000002e0100ff0030000011312e322e3834302e31303030382e312e3140000011312e322e3834302e31303030382e312e325000003a51000004000040005200001b312e322e3237362e302e373233303031302e332e302e332e362e375500000f4f464649535f44434d544b5f333637";

    private const string Answers =
        "0200000000b8000100004757534350202020202020202020202058524159303720202020202020202020000000000000000000000000000000000000000000000000000000000000000010000015312e322e3834302e31303030382e332e312e312e31210000190100000040000011312e322e3834302e31303030382e312e325000003a51000004000040005200001b312e322e3237362e302e373233303031302e332e302e332e362e375500000f4f464649535f44434d544b5f333637"
        + "040000000054000000500103" + "0000000004000000420000000000020012000000312e322e3834302e31303030382e312e310000000001020000003080000020010200000001000000000802000000010100000009020000000000"
        + "06000000000400000000";

    [Fact]
    public void Read_RequestOfTheVector_TellsWhoCallsWhom()
    {
        byte[] bytes = Convert.FromHexString(Request);

        Assert.Equal(bytes.Length - AssociateRequest.HeadBytes, AssociateRequest.BodyLength(bytes));
        Assert.Equal(new AssociateRequest("GWSCP", "XRAY07"), AssociateRequest.Read(bytes.AsSpan(AssociateRequest.HeadBytes)));
    }

    [Theory]
    [InlineData("020000000044")]
    [InlineData("010000000043")]
    [InlineData("0100ffffffff")]
    [InlineData("474554202f20")]
    [InlineData("0100")]
    public void BodyLength_NoRequestOrOneOfNoUse_IsNull(string hex) => Assert.Null(AssociateRequest.BodyLength(Convert.FromHexString(hex)));

    [Fact]
    public void Read_TitleThatIsNoText_IsNull()
    {
        byte[] body = Convert.FromHexString(Request)[AssociateRequest.HeadBytes..];
        body[5] = 0x80;

        Assert.Null(AssociateRequest.Read(body));
        Assert.Null(AssociateRequest.Read(body.AsSpan(0, 67)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Next_AnswersInPieces_BeginsEachUnitOnce(int piece)
    {
        byte[] bytes = Convert.FromHexString(Answers);
        var splitter = new PduSplitter();
        var begun = new List<(int At, PduType Type)>();
        for (int at = 0; at < bytes.Length;)
        {
            var (count, begins) = splitter.Next(bytes.AsSpan(at, Math.Min(piece, bytes.Length - at)));
            Assert.InRange(count, 1, piece);
            if (begins is { } type)
            {
                begun.Add((at, type));
            }

            at += count;
        }

        Assert.Equal([(0, PduType.AssociateAccept), (190, PduType.Data), (280, PduType.ReleaseResponse)], begun);
    }

    [Fact]
    public void Next_UnitWithoutABody_IsFollowedByTheNext()
    {
        var splitter = new PduSplitter();
        byte[] bytes = [7, 0, 0, 0, 0, 0, 4, 0];

        Assert.Equal((6, PduType.Abort), splitter.Next(bytes));
        Assert.Equal((2, PduType.Data), splitter.Next(bytes.AsSpan(6)));
    }

    [Fact]
    public void Refusals_AreUnitsOfTenBytes() => Assert.All(
        new[] { (Refusal.CallerUnknown(), 3), (Refusal.CalledUnknown(), 3), (Refusal.Full(), 3), (Refusal.Abort(), 7) },
        one => Assert.Equal((10, one.Item2, 4), (one.Item1.Length, one.Item1[0], one.Item1[5])));
}
