using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Tests.Protocol.Modbus;

public sealed class ModbusVectorTests
{
    public static TheoryData<string> Tcp => [.. ModbusVectors.Tcp.Select(vector => vector.Name)];

    public static TheoryData<string> Rtu => [.. ModbusVectors.Rtu.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Tcp))]
    public void Tcp_Vector_IsReadAndWrittenTheSame(string name)
    {
        var (_, request, response) = ModbusVectors.Tcp.Single(vector => vector.Name == name);
        var (asked, question) = Frame(request);
        var (answered, answer) = Frame(response);

        var read = ModbusRequestReader.Read(question.Pdu.Span).Value;
        Assert.NotNull(read);
        var reply = ModbusAnswerReader.Read(answer.Pdu.Span, read);

        Assert.Null(reply.Fault);
        Assert.Equal((1, 1, 1), (question.Transaction, question.Unit, answer.Unit));
        Assert.Equal(asked, MbapHeader.Frame(1, 1, ModbusWriter.Write(read)));
        Assert.Equal(answered, MbapHeader.Frame(1, 1, ModbusWriter.Write(reply.Value!)));
    }

    [Theory]
    [MemberData(nameof(Rtu))]
    public void Rtu_Vector_IsReadAndWrittenTheSame(string name)
    {
        var (_, request, response) = ModbusVectors.Rtu.Single(vector => vector.Name == name);
        byte[] asked = ModbusVectors.Bytes(request);
        byte[] answered = ModbusVectors.Bytes(response);
        Assert.True(RtuFrame.IsWhole(asked));

        var read = ModbusRequestReader.Read(RtuFrame.Pdu(asked)).Value;
        Assert.NotNull(read);
        var answer = new RtuAnswerFinder(17, read).Take(answered, hearsItself: false);

        Assert.NotNull(answer);
        Assert.Equal(asked, RtuFrame.Of(17, ModbusWriter.Write(read)));
        Assert.Equal(answered, RtuFrame.Of(17, ModbusWriter.Write(answer)));
    }

    [Fact]
    public void M1AndM9_Bits_AreThoseOfTheDocument()
    {
        const string Expected = "1001 1110 1100 1011";
        Assert.Equal(Expected.Replace(" ", string.Empty, StringComparison.Ordinal), Bits(Data("M1")));
        Assert.Equal(Bits(Data("M1")), Bits(RtuData("M9")));
    }

    [Fact]
    public void M2AndM8_Words_AreThoseOfTheDocument()
    {
        ushort[] words = ModbusData.Words(Data("M2"));

        Assert.Equal(0x000B, words[0]);
        Assert.Equal(0, words[1]);
        Assert.Equal(160.2, Value(words[2..3], ModbusType.U16, scale: 0.1m));
        Assert.Equal(812, Value(words[3..4], ModbusType.U16));
        Assert.Equal(-3.5, Value(words[4..5], ModbusType.I16, scale: 0.1m));
        Assert.Equal(41.7, Value(words[5..6], ModbusType.I16, scale: 0.1m));
        Assert.Equal(words[2..], ModbusData.Words(RtuData("M8")));
    }

    [Fact]
    public void M3ToM5_Numbers_AreThoseOfTheDocument()
    {
        ushort[] counters = ModbusData.Words(Data("M4"));

        Assert.Equal(0.2, Value(ModbusData.Words(Data("M3")), ModbusType.F32));
        Assert.Equal(70_123, Value(counters[..2], ModbusType.U32));
        Assert.Equal(38, Value(counters[2..4], ModbusType.U32));
        Assert.Equal(1_234_567, Value(counters[4..], ModbusType.U32));
        Assert.Equal(0.137, Value(ModbusData.Words(Data("M5")), ModbusType.F32, ModbusOrder.Cdab));
    }

    [Fact]
    public void M6_Parcel_IsThatOfTheDocument()
    {
        ushort[] words = ModbusData.Words(Data("M6"));
        var barcode = new ModbusPoint { Name = "last_barcode", Area = ModbusArea.Input, Address = 20, Type = ModbusType.String, Length = 10 };

        Assert.Equal(70_123, Value(words[..2], ModbusType.U32));
        Assert.Equal((2, 0x1234), (words[2], words[3]));
        Assert.Equal("SF1234567890123", ModbusPointReader.Read(barcode, words.AsSpan(4)).Value!.Text);
    }

    private static double? Value(ReadOnlySpan<ushort> words, ModbusType type, ModbusOrder order = ModbusOrder.Abcd, decimal scale = 1) =>
        ModbusPointReader.Read(new ModbusPoint { Name = "p", Area = ModbusArea.Input, Address = 0, Type = type, Order = order, Scale = scale }, words).Value!.Number;

    private static string Bits(ReadOnlySpan<byte> data) => string.Concat(ModbusData.Bits(data, 16).Select(bit => bit ? '1' : '0'));

    private static (byte[] Bytes, MbapFrame Frame) Frame(string hex)
    {
        byte[] bytes = ModbusVectors.Bytes(hex);
        ReadOnlySpan<byte> rest = bytes;
        var frame = new MbapStream().Take(ref rest);
        Assert.NotNull(frame);
        Assert.True(rest.IsEmpty);
        return (bytes, frame.Value);
    }

    private static byte[] Data(string name) => ModbusAnswerReader.Read(Frame(ModbusVectors.Tcp.Single(vector => vector.Name == name).Response).Frame.Pdu.Span).Value!.Data.ToArray();

    private static byte[] RtuData(string name) =>
        ModbusAnswerReader.Read(RtuFrame.Pdu(ModbusVectors.Bytes(ModbusVectors.Rtu.Single(vector => vector.Name == name).Response))).Value!.Data.ToArray();
}
