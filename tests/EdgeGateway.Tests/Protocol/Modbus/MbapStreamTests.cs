using EdgeGateway.Protocol.Modbus;

namespace EdgeGateway.Tests.Protocol.Modbus;

public sealed class MbapStreamTests
{
    private static readonly byte[] s_all = [.. ModbusVectors.Tcp.SelectMany(vector => ModbusVectors.Bytes(vector.Request + vector.Response))];

    [Fact]
    public void Take_AllVectorsInPiecesOfEverySize_FindsEveryFrame()
    {
        string[] expected = [.. ModbusVectors.Tcp.SelectMany(vector => new[] { vector.Request[14..], vector.Response[14..] })];
        for (int size = 1; size <= s_all.Length; size++)
        {
            var stream = new MbapStream();
            Assert.Equal(expected, s_all.Chunk(size).SelectMany(piece => Take(stream, piece)));
            Assert.Equal(0, stream.Waiting);
        }
    }

    [Fact]
    public void Take_CutAtAnyByte_WaitsForTheRest()
    {
        byte[] frame = ModbusVectors.Bytes(ModbusVectors.Tcp[1].Response);
        for (int cut = 0; cut < frame.Length; cut++)
        {
            var stream = new MbapStream();
            Assert.Empty(Take(stream, frame[..cut]));
            Assert.Null(stream.Fault);
            Assert.Single(Take(stream, frame[cut..]));
        }
    }

    [Theory]
    [InlineData("00010001000601", ModbusFaults.Protocol)]
    [InlineData("00018000000601", ModbusFaults.Protocol)]
    [InlineData("00010000000101", ModbusFaults.Length)]
    [InlineData("00010000000001", ModbusFaults.Length)]
    [InlineData("0001000000ff01", ModbusFaults.Length)]
    [InlineData("00010000ffff01", ModbusFaults.Length)]
    public void Take_NoFrame_IsAFaultAndTheEnd(string hex, string fault)
    {
        var stream = new MbapStream();

        Assert.Single(Take(stream, ModbusVectors.Bytes(ModbusVectors.Tcp[0].Request + hex)));
        Assert.Equal(fault, stream.Fault);
        Assert.Empty(Take(stream, ModbusVectors.Bytes(ModbusVectors.Tcp[0].Request)));
    }

    private static List<string> Take(MbapStream stream, ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        while (stream.Take(ref bytes) is { } frame)
        {
            found.Add(Convert.ToHexStringLower(frame.Pdu.Span));
        }

        return found;
    }
}
