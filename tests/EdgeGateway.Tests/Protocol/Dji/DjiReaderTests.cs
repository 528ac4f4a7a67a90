using System.Text;
using EdgeGateway.Protocol.Dji;

namespace EdgeGateway.Tests.Protocol.Dji;

public sealed class DjiReaderTests
{
    [Fact]
    public void Read_LooseEnvelope_GivesWhatIsMeant()
    {
        var message = Read("""{"tid":1,"bid":"b","timestamp":"1767575400123","need_reply":"1","method":"","gateway":null,"data":[],"more":{},}""", out string? fault)!;

        Assert.Null(fault);
        Assert.Equal(("1", "b", null, null, true, "b/1"), (message.Tid, message.Bid, message.Method, message.Gateway, message.NeedsReply, message.NativeId));
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1767575400123), message.Sent.At);
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("{", "not-json")]
    [InlineData("[1]", "not-an-object")]
    [InlineData("7", "not-an-object")]
    [InlineData("{\"a\":\"\\ud800\"}", "not-json")]
    [InlineData("{\"\\ud800\":1}", "not-json")]
    [InlineData("{\"a\":NaN}", "not-json")]
    public void Read_NoMessage_IsAFault(string text, string expected)
    {
        Assert.Null(Read(text, out string? fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Read_BytesThatAreNoText_IsAFault()
    {
        Assert.Null(DjiReader.Read(new byte[] { (byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'"', 0xFF, (byte)'"', (byte)'}' }, out string? fault));
        Assert.Equal(DjiFaults.NotJson, fault);
    }

    [Fact]
    public void Read_BeyondALimit_IsAFault()
    {
        Assert.Null(Read($$"""{"a":"{{new string('x', DjiReader.MostBytes)}}"}""", out string? tooLarge));
        Assert.Null(Read($$"""{"a":"{{new string('x', DjiReader.LongestText + 1)}}"}""", out string? tooLong));
        Assert.Null(Read($$"""{"{{new string('x', DjiReader.LongestText + 1)}}":1}""", out string? longKey));
        Assert.Null(Read($$"""{"a":[{{string.Join(',', Enumerable.Repeat("1", DjiReader.MostValues))}}]}""", out string? tooMany));
        Assert.Null(Read($"{{\"a\":{new string('[', 40)}{new string(']', 40)}}}", out string? tooDeep));
        Assert.Equal((DjiFaults.TooLarge, DjiFaults.TextTooLong, DjiFaults.TextTooLong, DjiFaults.TooManyValues, DjiFaults.NotJson), (tooLarge, tooLong, longKey, tooMany, tooDeep));
    }

    [Fact]
    public void Read_MarkInFront_IsPassedOver() => Assert.NotNull(DjiReader.Read(Encoding.UTF8.GetBytes("\uFEFF{\"data\":{}}"), out _));

    [Fact]
    public void Read_IdentifierLongerThanAny_IsNone() => Assert.Null(Read($$"""{"tid":"{{new string('x', 129)}}"}""", out _)!.Tid);

    [Theory]
    [InlineData("1767575400123", 1767575400123, false)]
    [InlineData("\"1767575400123\"", 1767575400123, false)]
    [InlineData("17675754001234", 1767575400123, true)]
    [InlineData("1767575400123456", 1767575400123, true)]
    [InlineData("1767575400123456789", 1767575400123, true)]
    [InlineData("1767575400", 1767575400000, true)]
    [InlineData("0", null, false)]
    [InlineData("-5", null, false)]
    [InlineData("99999999999", null, false)]
    [InlineData("\"soon\"", null, false)]
    [InlineData("1e40", null, false)]
    [InlineData("{}", null, false)]
    public void Sent_OfAnyShape_IsTheTimeOrNone(string timestamp, long? expected, bool repaired)
    {
        var sent = Read($$"""{"timestamp":{{timestamp}}}""", out _)!.Sent;

        Assert.Equal((expected, repaired), (sent.At?.ToUnixTimeMilliseconds(), sent.IsRepaired));
    }

    [Theory]
    [InlineData("sys/product/DOCK001/status", DjiChannel.Status)]
    [InlineData("sys/product/DOCK001/status_reply", DjiChannel.StatusReply)]
    [InlineData("thing/product/DOCK001/osd", DjiChannel.Osd)]
    [InlineData("thing/product/DOCK001/property/set_reply", DjiChannel.PropertySetReply)]
    [InlineData("thing/product/DOCK001/drc/up", DjiChannel.DrcUp)]
    public void Topic_Known_IsReadAndWritten(string text, DjiChannel channel)
    {
        Assert.Equal(new DjiTopic(channel, "DOCK001"), DjiTopic.Parse(text));
        Assert.Equal(text, DjiTopic.Parse(text).ToString());
    }

    [Theory]
    [InlineData("thing/product/DOCK001/status")]
    [InlineData("sys/product/DOCK001/osd")]
    [InlineData("thing/product//osd")]
    [InlineData("thing/product/+/osd")]
    [InlineData("thing/product/DOCK001/osd/more")]
    [InlineData("thing/product/DOCK001")]
    [InlineData("other")]
    [InlineData("")]
    public void Topic_Unknown_IsNone(string text) => Assert.Null(DjiTopic.Parse(text));

    [Theory]
    [InlineData("0", 91, 1, "Matrice 3TD", "0-91-1")]
    [InlineData("3", 2, 0, "DJI Dock 2", "3-2-0")]
    [InlineData(null, 119, 0, "RC Plus", "2-119-0")]
    [InlineData("0", 2, 0, "0-2-0", "0-2-0")]
    [InlineData("0", 500, 7, "0-500-7", "0-500-7")]
    [InlineData(null, 500, 7, "?-500-7", "?-500-7")]
    public void Product_HasANameOrItsNumbers(string? domain, int type, int sub, string name, string key) =>
        Assert.Equal((name, key), (new DjiProduct(domain, type, sub).Name, new DjiProduct(domain, type, sub).Key));

    [Theory]
    [InlineData(0, "standby", "on-ground", false)]
    [InlineData(4, "take-off", "taking-off", true)]
    [InlineData(9, "return", "in-air", true)]
    [InlineData(10, "landing", "landing", true)]
    [InlineData(13, "upgrading", "on-ground", false)]
    [InlineData(14, "not-connected", null, null)]
    [InlineData(20, "point-of-interest", "in-air", true)]
    [InlineData(21, "21", null, null)]
    [InlineData(-1, "-1", null, null)]
    public void Mode_IsAWordAndTellsWhereItIs(int code, string word, string? landed, bool? airborne) =>
        Assert.Equal((word, landed, airborne), (DjiWords.AircraftMode(code), DjiWords.Landed(code), DjiAircraft.IsAirborne(code)));

    private static DjiMessage? Read(string text, out string? fault) => DjiReader.Read(Encoding.UTF8.GetBytes(text), out fault);
}
