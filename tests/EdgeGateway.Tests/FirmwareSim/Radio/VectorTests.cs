using System.Text;
using EdgeGateway.Sim.Radio;
using EdgeGateway.Sim.Twins.PdtRadio.Hytera;
using EdgeGateway.Sim.Twins.PdtRadio.HyteraRepeater;

namespace EdgeGateway.Tests.FirmwareSim.Radio;

/// <summary>What the twins write, against published frames (pdt-radio.md section 18): a twin that is wrong in the same way as the driver proves nothing.</summary>
public sealed class VectorTests
{
    private static readonly RadioProfile s_profile = new() { FirstId = 0x233863, Radios = 1, Group = 1 };
    private static readonly RadioUnit s_unit = new(0, s_profile, 1, "rep-1");

    [Fact]
    public void Registration_IsV013() => Assert.Equal("11000300040a2338636303", Hex(Voice(s_profile).Registration(s_unit).Message));

    [Fact]
    public void GpsBlock_IsThatOfV020()
    {
        var fix = new GpsFix(new RadioPlace((47 * 600_000) + 240_158, (7 * 600_000) + 311_073, 0, 207), new DateTimeOffset(2021, 12, 6, 18, 40, 30, TimeSpan.Zero), GpsOddity.None);
        Assert.Equal("A184030061221N4724.0158E00731.10730.0207", Encoding.ASCII.GetString(fix.Bytes()));
        byte[] report = HdapBytes.Of(RadioService.Lp, 0xD004, [0, 0, 0x15, 0xC8, 10, 0, 0, 3, 0, 0, .. fix.Bytes(), 0xFF, 0xC6]);
        Assert.Equal("08d0040034000015c80a0000030000413138343033303036313232314e343732342e303135384530303733312e31303733302e30323037ffc66303", Hex(report));
    }

    [Fact]
    public void GpsBlock_WithoutTime_IsThatOfV019()
    {
        var fix = new GpsFix(new RadioPlace((50 * 600_000) + 38_771, (14 * 600_000) + 265_302, 7, 9), default, GpsOddity.NoTime);
        Assert.Equal("410000000000000000000000004e353030332e383737314530313432362e35333032000000000000", Hex(fix.Bytes()));
    }

    [Theory]
    [InlineData(2, "0.2")]
    [InlineData(99, "9.9")]
    [InlineData(124, "12.")]
    [InlineData(1035, "103")]
    public void GpsBlock_Speed_HasThreeCharacters(int tenths, string text) =>
        Assert.Equal(text, Encoding.ASCII.GetString(new GpsFix(new RadioPlace(-1, -1, tenths, 0), default, GpsOddity.None).Bytes(), 34, 3));

    [Fact]
    public void GpsBlock_South_AndWest() =>
        Assert.Equal("S2230.0001W04500.9999", Encoding.ASCII.GetString(new GpsFix(new RadioPlace(-13_800_001 + 300_000, -(27_000_000 + 9_999), 0, 0), default, GpsOddity.None).Bytes(), 13, 21));

    [Fact]
    public void GpsBlock_Weeks_Are7168DaysBehind() =>
        Assert.Equal("033200080407", new GpsFix(default, new DateTimeOffset(2026, 11, 22, 3, 32, 0, TimeSpan.Zero), GpsOddity.Weeks).Digits);

    [Fact]
    public void TextAck_IsThatOfV034InsideItsDatagram()
    {
        byte[] ack = HdapBytes.Of(RadioService.Tmp, 0x00A2, [0, 0, 0, 0, 0, 0, 3, 0xEA, 0, 0, 0, 1, 0]);
        Assert.Equal("3242002000148304000000010401010900a2000d00000000000003ea00000001009503", Hex(HstrpBytes.Data(20, 1, 1, ack)));
        Assert.Equal("324200210014830400000001040101", Hex(HstrpBytes.Acknowledge(HstrpBytes.Data(20, 1, 1, ack))));
    }

    [Fact]
    public void GroupText_IsThatOfV037() => Assert.Equal(
        "0900b10018000000010000271000000064480065006c006c006f002100b803",
        Hex(HdapBytes.Of(RadioService.Tmp, 0x00B1, [0, 0, 0, 1, 0, 0, 0x27, 0x10, 0, 0, 0, 0x64, .. Encoding.Unicode.GetBytes("Hello!")])));

    [Fact]
    public void Call_OnARepeater_HasTheLayoutOfV036()
    {
        HdapHeard read = HdapBytes.Read(Convert.FromHexString("0245b810000100040004000000fd080000fa372300c303"))!;
        HdapHeard call = HdapBytes.Read(Voice(s_profile, slots: true).Call(s_unit, begins: true).Message)!;
        Assert.Equal((read.Service, read.Opcode, read.Payload.Length), (call.Service, call.Opcode, call.Payload.Length));
        Assert.Equal("01000000010001000100000063382300", Hex(call.Payload));
    }

    [Fact]
    public void Call_OnAMobile_HasTheLayoutOfV027()
    {
        HdapHeard read = HdapBytes.Read(Convert.FromHexString("0244b80c0001000400000000006f000000b603"))!;
        HdapHeard call = HdapBytes.Read(Voice(s_profile).Call(s_unit, begins: true).Message)!;
        Assert.Equal((read.Opcode, read.Payload.Length), (call.Opcode, call.Payload.Length));
        Assert.Equal("010001000100000063382300", Hex(call.Payload));
    }

    [Theory]
    [InlineData("7e0400fd10200000000c70d2", 0xFD, 0, "")]
    [InlineData("7e04001010200001000c71be", 0x10, 1, "")]
    [InlineData("7e04000010200004002767790980b1001400000001000000010a000835610068006f006a000203", 0x00, 4, "0980b1001400000001000000010a000835610068006f006a000203")]
    public void Hrnp_OfARadio_IsAsPublished(string hex, byte opcode, ushort number, string payload) =>
        Assert.Equal(hex, Hex(HrnpBytes.Of(4, opcode, 0x20, number, Convert.FromHexString(payload))));

    [Fact]
    public void Scanner_NoiseAndHalfFrames_FindsTheWholeOnes()
    {
        byte[] connect = Convert.FromHexString("7e0400fe20100000000c60e1");
        byte[] ack = Convert.FromHexString("7e04001020100003000c61cc");
        byte[] line = [0x7E, 1, 2, .. connect[..10], .. connect, 0xFF, .. ack[..10], .. ack];
        var scanner = new HrnpScanner();
        Assert.Equal([connect, ack], line.SelectMany(one => scanner.Take(new[] { one }).ToList()));
    }

    [Theory]
    [InlineData("09b1")]
    [InlineData("0900b10018000000010000271000000064480065006c006c006f002100b703")]
    [InlineData("0900b10017000000010000271000000064480065006c006c006f002100b803")]
    [InlineData("7700b10018000000010000271000000064480065006c006c006f002100b803")]
    public void Hdap_Broken_IsNotRead(string hex) => Assert.Null(HdapBytes.Read(Convert.FromHexString(hex)));

    private static RadioVoice Voice(RadioProfile profile, bool slots = false) => new("rep-1", profile, slots);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
