using EdgeGateway.Protocol.Snmp;
using EdgeGateway.Tests.House;
using EdgeGateway.Tests.Support;

namespace EdgeGateway.Tests.Protocol.Snmp;

/// <summary>What version 2c adds (RFC 3416).</summary>
public sealed class SnmpV2Tests
{
    private static readonly ObjectId s_name = ObjectId.Of("1.3.6.1.2.1.31.1.1.1.1");

    [Fact]
    public void GetBulk_OneColumn_IsWrittenByteByByte() => Assert.Equal(
        "3029020101" + "04067075626c6963" + "a51c" + "02020200" + "020100" + "02010a" + "3010" + "300e" + "060a2b060102011f01010101" + "0500",
        Convert.ToHexStringLower(SnmpQuestion.GetBulk("public", 512, [s_name], 10)));

    [Fact]
    public void GetBulk_ReadBack_SaysWhatWasAsked()
    {
        var read = SnmpReader.Read(SnmpQuestion.GetBulk("district-7", 5, [s_name], 12), SnmpVersion.V2c).Message!;

        Assert.Equal((BerTag.GetBulkRequest, 5, 0, 12, SnmpVersion.V2c), (read.Pdu, read.RequestId, read.ErrorStatus, read.ErrorIndex, read.Version));
        Assert.Equal("district-7"u8.ToArray(), read.Community.ToArray());
    }

    [Fact]
    public void Read_KindsOfTheOtherVersion_AreNotTaken()
    {
        byte[] content = [2, 1, 1, 2, 1, 0, 2, 1, 0, 0x30, 0];

        Assert.Equal(SnmpFaults.Kind, SnmpReader.Read(SnmpBytes.Message(0, 0xA5, content), SnmpVersion.V2c).Fault);
        Assert.Equal(SnmpFaults.Kind, SnmpReader.Read(SnmpBytes.Message(1, 0xA4, content), SnmpVersion.V2c).Fault);
        Assert.Equal(SnmpFaults.Kind, SnmpReader.Read(SnmpBytes.Message(1, 0xA3, content), SnmpVersion.V2c).Fault);
        Assert.Equal(SnmpFaults.Version, SnmpReader.Read(SnmpBytes.Message(3, 0xA2, content), SnmpVersion.V2c).Fault);
        Assert.Equal(SnmpVersion.V1, SnmpReader.Read(SnmpBytes.Message(0, 0xA2, content), SnmpVersion.V2c).Message!.Version);
    }

    [Theory]
    [InlineData("4104ffffffff", 4294967295UL)]
    [InlineData("410500ffffffff", 4294967295UL)]
    [InlineData("4608ffffffffffffffff", ulong.MaxValue)]
    [InlineData("460900ffffffffffffffff", ulong.MaxValue)]
    [InlineData("460901ffffffffffffffff", null)]
    [InlineData("460a0000ffffffffffffffff", null)]
    [InlineData("4600", null)]
    [InlineData("420105", 5UL)]
    [InlineData("42050336887500", null)]
    [InlineData("41050100000000", null)]
    [InlineData("430164", 100UL)]
    [InlineData("020105", 5UL)]
    [InlineData("0201ff", null)]
    [InlineData("040135", null)]
    [InlineData("8100", null)]
    public void Count_Value_HasNoSign(string hex, ulong? expected) => Assert.Equal(expected, Value(hex).Count);

    [Theory]
    [InlineData("44079f780441ac0000", 21.5)]
    [InlineData("44079f78047f800000", null)]
    [InlineData("44079f78047fc00000", null)]
    [InlineData("44069f780441ac00", null)]
    [InlineData("0404 41ac0000", null)]
    public void Float_Opaque_IsThatOfNetSnmp(string hex, double? expected) => Assert.Equal(expected, Value(hex.Replace(" ", string.Empty, StringComparison.Ordinal)).Float);

    [Theory]
    [InlineData("8000", true)]
    [InlineData("8100", true)]
    [InlineData("8200", true)]
    [InlineData("0500", false)]
    public void IsAbsent_Tag_SaysSo(string hex, bool expected) => Assert.Equal(expected, Value(hex).IsAbsent);

    [Theory]
    [InlineData("1.3.6.1.9", "1.3.6.1.10", false)]
    [InlineData("1.3.6.1.10", "1.3.6.1.9", true)]
    [InlineData("1.3.6.1", "1.3.6.1", false)]
    [InlineData("1.3.6.1.0", "1.3.6.1", true)]
    [InlineData("1.3.6", "1.3.6.1", false)]
    public void IsBehind_Names_GoesByNumbers(string one, string other, bool expected) => Assert.Equal(expected, ObjectId.Of(one).IsBehind(ObjectId.Of(other)));

    [Theory]
    [InlineData("1.3.6.1.2.1.1.3.0", true)]
    [InlineData("1", false)]
    [InlineData("", false)]
    [InlineData("1..3", false)]
    [InlineData("1.3.", false)]
    [InlineData("1.3.-1", false)]
    [InlineData("1.3.+1", false)]
    [InlineData("1.3. 1", false)]
    [InlineData("1.3.01", false)]
    [InlineData("1.40", false)]
    [InlineData("3.1", false)]
    [InlineData("1.3.4294967296", false)]
    [InlineData("sysUpTime.0", false)]
    public void TryOf_Text_IsOneOrNone(string text, bool expected) => Assert.Equal(expected, ObjectId.TryOf(text) is not null);

    [Theory]
    [InlineData("", "")]
    [InlineData("00", "")]
    [InlineData("80", "LowPaper")]
    [InlineData("4c", "NoPaper DoorOpen Jammed")]
    [InlineData("01", "ServiceRequested")]
    [InlineData("0082", "InputTrayMissing OverduePreventMaint")]
    [InlineData("000180", "15 16")]
    [InlineData("000000000000000001", "")]
    public void PrinterErrors_Octets_AreBitsFromTheLeft(string hex, string expected) => Assert.Equal(expected, string.Join(' ', PrinterErrors.Read(Convert.FromHexString(hex))));

    [Theory]
    [InlineData(0, "idle")]
    [InlineData(2, "standby")]
    [InlineData(3, "broken")]
    [InlineData(19, "broken+critical")]
    [InlineData(126, "busy+critical+warning+offline+changing")]
    [InlineData(7, "7")]
    [InlineData(127, null)]
    [InlineData(-1, null)]
    public void SubUnitStatus_Number_IsFiveFacts(long value, string? expected) => Assert.Equal(expected, SubUnitStatus.Read(value)?.Word);

    [Fact]
    public void Product_Sources_CannotWriteAnOrder()
    {
        var sources = Repository.Sources("src/Drivers/Snmp", "src/Drivers/Generic.Snmp").ToList();

        Assert.True(sources.Count > 30);
        Assert.All(sources, file => Assert.DoesNotMatch("SnmpSet(?!tings)|0[xX][aA]3|\\b163\\b|SetRequest|BerWriter", file.Text));
    }

    [Fact]
    public void Read_DamagedVersion2_NeverThrowsAndTheNextGoodOneIsRead()
    {
        var random = new Random(20261123);
        byte[][] corpus =
        [
            SnmpQuestion.GetBulk("public", 77, [s_name, ObjectId.Of("1.3.6.1.2.1.2.2.1.10")], 20),
            SnmpBytes.Message(1, 0xA2, [2, 1, 7, 2, 1, 0, 2, 1, 0, .. SnmpBytes.Element(0x30, [.. SnmpBytes.Pair(SnmpBytes.Object(1), [0x46, 9, 0, 255, 255, 255, 255, 255, 255, 255, 255]), .. SnmpBytes.Pair(SnmpBytes.Object(2), [0x82, 0]), .. SnmpBytes.Pair(SnmpBytes.Object(3), [0x44, 7, 0x9F, 0x78, 4, 0x41, 0xAC, 0, 0])])]),
        ];
        for (int round = 0; round < FuzzSize.Of(200_000); round++)
        {
            byte[] one = [.. corpus[random.Next(corpus.Length)]];
            for (int edits = random.Next(1, 5); edits > 0; edits--)
            {
                one[random.Next(one.Length)] = (byte)random.Next(256);
            }

            foreach (var value in SnmpReader.Read(one.AsMemory(0, random.Next(8) == 0 ? random.Next(one.Length) : one.Length), SnmpVersion.V2c).Message?.Values ?? [])
            {
                _ = (value.Value.Count, value.Value.Whole, value.Value.Float, value.Name.Below(s_name), value.Name.IsBehind(s_name), ObjectId.TryOf(value.Name.Text));
            }
        }

        Assert.All(corpus, good => Assert.Null(SnmpReader.Read(good, SnmpVersion.V2c).Fault));
    }

    private static SnmpValue Value(string hex) => SnmpReader.Read(SnmpBytes.Answer(1, 0, 0, SnmpBytes.Pair(SnmpBytes.Object(1), Convert.FromHexString(hex)))).Message!.Values.Single().Value;
}
