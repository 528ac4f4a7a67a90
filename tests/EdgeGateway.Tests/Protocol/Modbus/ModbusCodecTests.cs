using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Tests.Protocol.Modbus;

public sealed class ModbusCodecTests
{
    private static readonly string[] s_requests =
    [
        "0100130025", "0200c40016", "03006b0003", "0400080001", "0500acff00", "0500ac0000", "0600010003", "0f0013000a02cd01", "100001000204000a0102",
    ];

    public static TheoryData<string> Requests => [.. s_requests];

    public static TheoryData<string, string> Answers => new()
    {
        { "0100130025", "0105cd6bb20e1b" },
        { "0200c40016", "0203acdb35" },
        { "03006b0003", "0306022b00000064" },
        { "0400080001", "0402000a" },
        { "0500acff00", "0500acff00" },
        { "0600010003", "0600010003" },
        { "0f0013000a02cd01", "0f0013000a" },
        { "100001000204000a0102", "1000010002" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_ReadAndWritten_IsTheSame(string hex) => Assert.Equal(hex, Convert.ToHexStringLower(ModbusWriter.Write(Request(hex))));

    [Theory]
    [MemberData(nameof(Requests))]
    public void Request_CutAtAnyByteOrLonger_IsAFault(string hex)
    {
        byte[] whole = Convert.FromHexString(hex);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.Equal(ModbusFaults.Short, ModbusRequestReader.Read(whole.AsSpan(0, length)).Fault);
        }

        Assert.Equal(ModbusFaults.Trailing, ModbusRequestReader.Read([.. whole, 0]).Fault);
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_ReadAndWritten_IsTheSame(string asked, string hex)
    {
        var read = ModbusAnswerReader.Read(Convert.FromHexString(hex), Request(asked));

        Assert.Null(read.Fault);
        Assert.Equal(hex, Convert.ToHexStringLower(ModbusWriter.Write(read.Value!)));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_CutAtAnyByteOrLonger_IsAFault(string asked, string hex)
    {
        byte[] whole = Convert.FromHexString(hex);
        for (int length = 0; length < whole.Length; length++)
        {
            Assert.NotNull(ModbusAnswerReader.Read(whole.AsSpan(0, length), Request(asked)).Fault);
        }

        Assert.Equal(ModbusFaults.Trailing, ModbusAnswerReader.Read([.. whole, 0], Request(asked)).Fault);
    }

    [Theory]
    [InlineData(0x01, "function")]
    [InlineData(0x02, "address")]
    [InlineData(0x03, "value")]
    [InlineData(0x04, "device-failure")]
    [InlineData(0x05, "accepted")]
    [InlineData(0x06, "busy")]
    [InlineData(0x0A, "gateway-path")]
    [InlineData(0x0B, "gateway-silent")]
    [InlineData(0x99, "other")]
    public void Refusal_OfEveryFunction_IsReadWithItsCode(byte code, string word)
    {
        foreach (string hex in s_requests)
        {
            var asked = Request(hex);
            byte[] pdu = ModbusWriter.Write(ModbusAnswer.Refusal(asked.Function, code));

            Assert.Equal([(byte)(asked.Function | 0x80), code], pdu);
            Assert.Equal(code, ModbusAnswerReader.Read(pdu, asked).Value!.Exception);
        }

        Assert.Equal(word, ModbusRefusals.Word(code));
    }

    [Theory]
    [InlineData("0100130000", ModbusFaults.Count)]
    [InlineData("01001307d1", ModbusFaults.Count)]
    [InlineData("030013007e", ModbusFaults.Count)]
    [InlineData("03ffff0002", ModbusFaults.Count)]
    [InlineData("0500ac1234", ModbusFaults.CoilValue)]
    [InlineData("0f0013000a01cd", ModbusFaults.ByteCount)]
    [InlineData("10000100020200aa", ModbusFaults.ByteCount)]
    [InlineData("1100010002", ModbusFaults.Function)]
    [InlineData("8300010002", ModbusFaults.Function)]
    public void Request_AgainstTheRules_IsThatFault(string hex, string fault) => Assert.Equal(fault, ModbusRequestReader.Read(Convert.FromHexString(hex)).Fault);

    [Theory]
    [InlineData("03006b0003", "0406022b00000064", ModbusFaults.OtherFunction)]
    [InlineData("03006b0003", "8402", ModbusFaults.OtherFunction)]
    [InlineData("03006b0003", "0304022b0000", ModbusFaults.ByteCount)]
    [InlineData("03006b0003", "030302", ModbusFaults.Short)]
    [InlineData("03006b0003", "0303022b00", ModbusFaults.ByteCount)]
    [InlineData("0600010003", "0600020003", ModbusFaults.OtherEcho)]
    [InlineData("0600010003", "0600010004", ModbusFaults.OtherEcho)]
    [InlineData("0f0013000a02cd01", "0f0013000b", ModbusFaults.OtherEcho)]
    [InlineData("0500acff00", "0500ac0001", ModbusFaults.CoilValue)]
    [InlineData("03006b0003", "2b0e01", ModbusFaults.Function)]
    public void Answer_ThatDoesNotFit_IsThatFault(string asked, string hex, string fault) =>
        Assert.Equal(fault, ModbusAnswerReader.Read(Convert.FromHexString(hex), Request(asked)).Fault);

    [Fact]
    public void Make_BeyondTheLimits_Throws()
    {
        Assert.Equal(2000, ModbusRequest.Read(ModbusArea.Coil, 0, 2000).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.Read(ModbusArea.Coil, 0, 2001));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.Read(ModbusArea.Holding, 0, 126));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.Read(ModbusArea.Holding, 65_535, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.WriteRegisters(0, new ushort[124]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.WriteCoils(0, new bool[1969]));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModbusRequest.WriteCoils(0, []));
        Assert.Equal(253, ModbusWriter.Write(ModbusRequest.WriteRegisters(0, new ushort[123])).Length + 1);
    }

    [Fact]
    public void Check_OfTheTextbook_Is4B37() => Assert.Equal(0x4B37, RtuFrame.Check("123456789"u8));

    private static ModbusRequest Request(string hex)
    {
        var read = ModbusRequestReader.Read(Convert.FromHexString(hex));
        Assert.Null(read.Fault);
        return read.Value!;
    }
}
