using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Tests.Protocol.Snmp;

public sealed class SnmpReaderTests
{
    [Fact]
    public void Read_Answer_GivesEveryPart()
    {
        var read = SnmpReader.Read(SnmpBytes.Answer(7, 0, 0, SnmpBytes.Temperature));

        var message = read.Message!;
        Assert.Equal((BerTag.GetResponse, 7, 0, 0), (message.Pdu, message.RequestId, message.ErrorStatus, message.ErrorIndex));
        var value = Assert.Single(message.Values);
        Assert.Equal("1.3.6.1.4.1.40297.1.2.1.2.2.0", value.Name.Text);
        Assert.Equal(27f, Float4.Read(value.Value.Octets!.Value.Span));
        Assert.Null(value.Value.Whole);
    }

    /// <summary>Vector V052 of pdt-radio.md, and what is no float4.</summary>
    [Theory]
    [InlineData("0000d841", 27f)]
    [InlineData("000080bf", -1f)]
    [InlineData("0000d8", null)]
    [InlineData("0000d84100", null)]
    [InlineData("", null)]
    public void Float4_Octets_AreLittleEndian(string hex, float? expected) => Assert.Equal(expected, Float4.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("020105", 5L)]
    [InlineData("0201ff", -1L)]
    [InlineData("0202ff38", -200L)]
    [InlineData("02020080", 128L)]
    [InlineData("0204000000ff", 255L)]
    [InlineData("0208ffffffffffffff38", -200L)]
    [InlineData("0204 7fffffff", 2147483647L)]
    [InlineData("0204 80000000", -2147483648L)]
    [InlineData("0205 0080000000", null)]
    [InlineData("0205 ff7fffffff", null)]
    [InlineData("0205 0336887500", null)]
    [InlineData("4104ffffffff", 4294967295L)]
    [InlineData("4105 00ffffffff", 4294967295L)]
    [InlineData("4205 0336887500", null)]
    [InlineData("0200", null)]
    [InlineData("0209000000000000000001", null)]
    [InlineData("040105", null)]
    [InlineData("0500", null)]
    public void Whole_Value_IsOf32BitsAtMost(string hex, long? expected)
    {
        byte[] value = Convert.FromHexString(hex.Replace(" ", string.Empty, StringComparison.Ordinal));

        var read = SnmpReader.Read(SnmpBytes.Answer(1, 0, 0, SnmpBytes.Pair(SnmpBytes.Object(4, 7, 0), value)));

        Assert.Equal(expected, Assert.Single(read.Message!.Values).Value.Whole);
    }

    [Theory]
    [InlineData("81")]
    [InlineData("8200")]
    [InlineData("830000")]
    [InlineData("84000000")]
    public void Read_LengthsInLongForm_AreTaken(string form)
    {
        byte[] plain = SnmpBytes.Answer(7, 0, 0, SnmpBytes.Temperature);
        byte[] longer = [plain[0], .. Convert.FromHexString(form), plain[1], .. plain[2..]];

        Assert.Equal(7, SnmpReader.Read(longer).Message!.RequestId);
    }

    [Fact]
    public void Read_Trap_GivesEveryPart()
    {
        byte[] trap = SnmpBytes.Message(0, 0xA4, [
            .. SnmpBytes.Object(), 0x40, 4, 192, 0, 2, 40, 2, 1, 6, 2, 1, 11, 0x43, 2, 0x01, 0x00, .. SnmpBytes.Element(0x30, SnmpBytes.Pair(SnmpBytes.Object(1, 1, 6, 0), [2, 1, 1]))]);

        var read = SnmpReader.Read(trap).Trap!;

        Assert.Equal(("1.3.6.1.4.1.40297.1.2", 6, 11, 256L), (read.Enterprise.Text, read.Generic, read.Specific, read.Uptime));
        Assert.Equal([192, 0, 2, 40], read.Agent.ToArray());
        Assert.Equal(1, Assert.Single(read.Values).Value.Whole);
    }

    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "nothing", [], SnmpFaults.Structure },
        { "another tag", [0x31, 0], SnmpFaults.Structure },
        { "an indefinite length", [0x30, 0x80, 2, 1, 0, 0, 0], SnmpFaults.Structure },
        { "a length of five bytes", [0x30, 0x85, 0, 0, 0, 0, 3, 2, 1, 0], SnmpFaults.Structure },
        { "a length beyond everything", [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF, 2, 1, 0], SnmpFaults.Structure },
        { "a tag of several bytes", [0x3F, 3, 2, 1, 0], SnmpFaults.Structure },
        { "version 2c", SnmpBytes.Message(1, 0xA2, [2, 1, 1, 2, 1, 0, 2, 1, 0, 0x30, 0]), SnmpFaults.Version },
        { "an order to change", SnmpBytes.Message(0, 0xA3, [2, 1, 1, 2, 1, 0, 2, 1, 0, 0x30, 0]), SnmpFaults.Kind },
        { "a request id of nine bytes", SnmpBytes.Message(0, 0xA2, [2, 9, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 1, 0, 2, 1, 0, 0x30, 0]), SnmpFaults.Structure },
        { "a request id beyond 32 bits", SnmpBytes.Message(0, 0xA2, [2, 5, 1, 0, 0, 0, 0, 2, 1, 0, 2, 1, 0, 0x30, 0]), SnmpFaults.Structure },
        { "bytes behind the message", [.. SnmpBytes.Answer(1, 0, 0), 0], SnmpFaults.Trailing },
        { "bytes behind the values", SnmpBytes.Message(0, 0xA2, [2, 1, 1, 2, 1, 0, 2, 1, 0, 0x30, 0, 5, 0]), SnmpFaults.Trailing },
        { "a pair of three", SnmpBytes.Answer(1, 0, 0, SnmpBytes.Element(0x30, [.. SnmpBytes.Object(1), 5, 0, 5, 0])), SnmpFaults.Structure },
        { "a name without end", SnmpBytes.Answer(1, 0, 0, SnmpBytes.Pair([6, 2, 0x2B, 0x86], [5, 0])), SnmpFaults.Structure },
        { "an arc beyond 32 bits", SnmpBytes.Answer(1, 0, 0, SnmpBytes.Pair([6, 6, 0x2B, 0x90, 0x80, 0x80, 0x80, 0x00], [5, 0])), SnmpFaults.Structure },
        { "an empty name", SnmpBytes.Answer(1, 0, 0, SnmpBytes.Pair([6, 0], [5, 0])), SnmpFaults.Structure },
        { "129 values", SnmpBytes.Answer(1, 0, 0, [.. Enumerable.Repeat(SnmpBytes.Temperature, 129)]), SnmpFaults.TooMany },
        { "17 KB", new byte[17 * 1024], SnmpFaults.TooLarge },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Read_Broken_IsNamed(string what, byte[] datagram, string expected) => Assert.Equal((what, expected), (what, SnmpReader.Read(datagram).Fault));

    [Fact]
    public void Read_CutAnywhere_IsAFaultAndNeverAMessage()
    {
        byte[] whole = SnmpBytes.Answer(7, 0, 0, SnmpBytes.Temperature, SnmpBytes.Pair(SnmpBytes.Object(4, 9, 0), SnmpBytes.Element(0x04, new byte[200])));
        Assert.Null(SnmpReader.Read(whole).Fault);

        Assert.All(Enumerable.Range(0, whole.Length), cut => Assert.NotNull(SnmpReader.Read(whole.AsMemory(0, cut)).Fault));
    }

    [Theory]
    [InlineData("52006400390038003500000000000000", false, "Rd985")]
    [InlineData("52443938350000", false, "RD985")]
    [InlineData("e4bfa1e98193", false, "信道")]
    [InlineData("e14f539020003100000000000000", true, "信道 1")]
    [InlineData("e14f5390", true, "信道")]
    [InlineData("005a006f006e00650000", true, "Zone")]
    [InlineData("00000000", true, null)]
    [InlineData("", true, null)]
    [InlineData("41420d0a07", false, "AB")]
    public void Name_Octets_AreReadAsTheyAreWritten(string hex, bool wide, string? expected) => Assert.Equal(expected, RepeaterName.Read(Convert.FromHexString(hex), wide));
}
