using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Tests.Protocol.Modbus.Points;

public sealed class ModbusPointReaderTests
{
    [Theory]
    [InlineData(ModbusOrder.Abcd, "12345678")]
    [InlineData(ModbusOrder.Cdab, "56781234")]
    [InlineData(ModbusOrder.Badc, "34127856")]
    [InlineData(ModbusOrder.Dcba, "78563412")]
    public void Read_TwoWordsInEveryOrder_IsTheSameNumber(ModbusOrder order, string wire)
    {
        Assert.Equal(0x12345678, Read(ModbusType.U32, order, wire).Number);
        Assert.Equal(BitConverter.Int32BitsToSingle(0x12345678), (float)Read(ModbusType.F32, order, wire).Number!);
    }

    [Theory]
    [InlineData(ModbusOrder.Abcd, "0123456789abcdef")]
    [InlineData(ModbusOrder.Cdab, "cdef89ab45670123")]
    [InlineData(ModbusOrder.Badc, "23016745ab89efcd")]
    [InlineData(ModbusOrder.Dcba, "efcdab8967452301")]
    public void Read_FourWordsInEveryOrder_IsTheSameNumber(ModbusOrder order, string wire)
    {
        Assert.Equal(0x0123456789abcdef, Read(ModbusType.U64, order, wire).Whole);
        Assert.Equal(0x0123456789abcdef, Read(ModbusType.I64, order, wire).Whole);
        Assert.Equal(BitConverter.Int64BitsToDouble(0x0123456789abcdef), Read(ModbusType.F64, order, wire).Number);
    }

    [Fact]
    public void Read_OneWordWithSwappedBytes_IsTheNumber() => Assert.Equal(0x1234, Read(ModbusType.U16, ModbusOrder.Badc, "3412").Number);

    [Theory]
    [InlineData(ModbusType.I16, "ffdd", -35)]
    [InlineData(ModbusType.I32, "ffffffff", -1)]
    [InlineData(ModbusType.I64, "fffffffffffffffe", -2)]
    [InlineData(ModbusType.U16, "ffdd", 65_501)]
    public void Read_Signs_AreKept(ModbusType type, string wire, double expected) => Assert.Equal(expected, Read(type, ModbusOrder.Abcd, wire).Number);

    [Fact]
    public void Read_LargestUnsigned_LosesNoDigit()
    {
        var value = Read(ModbusType.U64, ModbusOrder.Abcd, "ffffffffffffffff");

        Assert.Equal(ulong.MaxValue, value.Raw);
        Assert.Null(value.Whole);
    }

    [Fact]
    public void Read_Scaled_HasNoNoiseOfBinaryFractions()
    {
        var point = Point(ModbusType.U16) with { Scale = 0.1m, Offset = -40 };

        Assert.Equal(120.2, Read(point, "0642").Number);
        Assert.Null(Read(point, "0642").Whole);
        Assert.Equal(1602m, Read(point, "0642").Raw);
    }

    [Fact]
    public void Read_Mapped_IsTheWordAndAnUnknownOneStaysANumber()
    {
        var point = Point(ModbusType.U16) with { Map = new Dictionary<decimal, string> { [1] = "clear", [2] = "alarm" } };

        Assert.Equal(("alarm", 2m), (Read(point, "0002").Text, Read(point, "0002").Raw));
        Assert.Equal((null, 7), (Read(point, "0007").Text, Read(point, "0007").Whole));
    }

    [Theory]
    [InlineData(ModbusType.U16, "ffff")]
    [InlineData(ModbusType.F32, "7fc00000")]
    [InlineData(ModbusType.F32, "7f800000")]
    [InlineData(ModbusType.F64, "fff0000000000000")]
    public void Read_NoData_IsInvalid(ModbusType type, string wire)
    {
        var read = ModbusPointReader.Read(Point(type) with { Invalid = [0xFFFF] }, Words(wire));

        Assert.Equal((null, true), (read.Value, read.IsInvalid));
    }

    [Fact]
    public void Read_BitOfAWord_IsThatBit()
    {
        var point = Point(ModbusType.Bool) with { Bit = 3 };

        Assert.True(Read(point, "000b").Flag);
        Assert.False(Read(point, "fff7").Flag);
    }

    [Fact]
    public void Read_BitWithAMap_IsTheWord()
    {
        var point = new ModbusPoint { Name = "p", Area = ModbusArea.Coil, Address = 0, Type = ModbusType.Bool, Map = new Dictionary<decimal, string> { [0] = "closed" } };

        Assert.Equal("closed", ModbusPointReader.Read(point, false).Value!.Text);
        Assert.True(ModbusPointReader.Read(point, true).Value!.Flag);
    }

    [Theory]
    [InlineData(ModbusOrder.Abcd, "53463132000041ff", "SF12")]
    [InlineData(ModbusOrder.Badc, "4653323100000000", "SF12")]
    [InlineData(ModbusOrder.Abcd, "5346202020202020", "SF")]
    [InlineData(ModbusOrder.Abcd, "53460a31ff000000", "SF\\x0a1\\xff")]
    public void Read_String_EndsAtNulAndHidesNothing(ModbusOrder order, string wire, string expected) =>
        Assert.Equal(expected, Read(Point(ModbusType.String) with { Length = 4, Order = order }, wire).Text);

    private static ModbusPoint Point(ModbusType type) => new() { Name = "p", Area = ModbusArea.Input, Address = 0, Type = type };

    private static ModbusValue Read(ModbusType type, ModbusOrder order, string wire) => Read(Point(type) with { Order = order }, wire);

    private static ModbusValue Read(ModbusPoint point, string wire) => ModbusPointReader.Read(point, Words(wire)).Value!;

    private static ushort[] Words(string wire) => ModbusData.Words(Convert.FromHexString(wire));
}
