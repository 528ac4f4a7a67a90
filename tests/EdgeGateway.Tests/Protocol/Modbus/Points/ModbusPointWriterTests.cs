using EdgeGateway.Protocol.Modbus;
using EdgeGateway.Protocol.Modbus.Points;

namespace EdgeGateway.Tests.Protocol.Modbus.Points;

public sealed class ModbusPointWriterTests
{
    private static readonly ModbusPoint s_word = new() { Name = "p", Area = ModbusArea.Holding, Address = 0, Write = true };

    [Fact]
    public void Write_EveryTypeAndOrder_IsReadBackAsTheSame()
    {
        (ModbusType Type, ModbusValue Value)[] values =
        [
            (ModbusType.I16, ModbusValue.Of(-2m)), (ModbusType.U16, ModbusValue.Of(65_535m)), (ModbusType.I32, ModbusValue.Of((decimal)int.MinValue)), (ModbusType.U32, ModbusValue.Of(70_123m)),
            (ModbusType.I64, ModbusValue.Of((decimal)long.MaxValue)), (ModbusType.U64, ModbusValue.Of(4_611_686_018_427_387_905m)), (ModbusType.F32, ModbusValue.Of(0.137)), (ModbusType.F64, ModbusValue.Of(-0.1)),
        ];
        foreach (var (type, value) in values)
        {
            foreach (var order in Enum.GetValues<ModbusOrder>())
            {
                var point = s_word with { Type = type, Order = order };
                var write = ModbusPointWriter.Write(point, value);

                Assert.Null(write.Fault);
                Assert.Equal(value, ModbusPointReader.Read(point, write.Words).Value! with { Raw = null });
            }
        }
    }

    [Fact]
    public void Write_TextAndCoilAndMappedWord_AreEncoded()
    {
        Assert.Equal<ushort>([0x5346, 0x3100], ModbusPointWriter.Write(s_word with { Type = ModbusType.String, Length = 2 }, ModbusValue.Of("SF1")).Words!);
        Assert.True(ModbusPointWriter.Write(s_word with { Area = ModbusArea.Coil, Type = ModbusType.Bool }, ModbusValue.Of(true)).Coil);
        var command = s_word with { Map = new Dictionary<decimal, string> { [0] = "stop", [1] = "forward" }, Max = 0 };
        Assert.Equal<ushort>([0], ModbusPointWriter.Write(command, ModbusValue.Of("stop")).Words!);
        Assert.Equal(PointFaults.OutOfRange, ModbusPointWriter.Write(command, ModbusValue.Of("forward")).Fault);
        Assert.Equal(PointFaults.WrongType, ModbusPointWriter.Write(command, ModbusValue.Of("reverse")).Fault);
    }

    [Fact]
    public void Write_Scaled_IsTheRawNumber()
    {
        var point = s_word with { Scale = 0.1m, Offset = 5, Min = 5, Max = 20 };

        Assert.Equal<ushort>([102], ModbusPointWriter.Write(point, ModbusValue.Of(15.2)).Words!);
        Assert.Equal(PointFaults.OutOfRange, ModbusPointWriter.Write(point, ModbusValue.Of(20.1)).Fault);
        Assert.Equal(PointFaults.OutOfRange, ModbusPointWriter.Write(point, ModbusValue.Of(4.9)).Fault);
        Assert.Equal(PointFaults.OutOfRange, ModbusPointWriter.Write(point, ModbusValue.Of(15.25)).Fault);
    }

    [Theory]
    [InlineData(ModbusType.U16, -1)]
    [InlineData(ModbusType.U16, 65_536)]
    [InlineData(ModbusType.I16, 32_768)]
    [InlineData(ModbusType.U32, 4_294_967_296)]
    [InlineData(ModbusType.U64, 1e300)]
    [InlineData(ModbusType.U64, -1)]
    [InlineData(ModbusType.I64, 9.3e18)]
    [InlineData(ModbusType.F32, 1e39)]
    [InlineData(ModbusType.U16, 0.5)]
    public void Write_WhatDoesNotFit_IsRefused(ModbusType type, double number) =>
        Assert.Equal(PointFaults.OutOfRange, ModbusPointWriter.Write(s_word with { Type = type }, ModbusValue.Of(number)).Fault);

    [Fact]
    public void Write_WhereItIsNotAllowed_IsRefused()
    {
        foreach (var point in new[] { s_word with { Write = false }, s_word with { Area = ModbusArea.Input }, s_word with { Area = ModbusArea.Discrete }, s_word with { Bit = 2, Type = ModbusType.Bool } })
        {
            Assert.Equal(PointFaults.NotWritable, ModbusPointWriter.Write(point, ModbusValue.Of(1m)).Fault);
        }
    }

    [Fact]
    public void Write_OtherKindOfValue_IsRefused()
    {
        Assert.Equal(PointFaults.WrongType, ModbusPointWriter.Write(s_word, ModbusValue.Of(true)).Fault);
        Assert.Equal(PointFaults.WrongType, ModbusPointWriter.Write(s_word with { Type = ModbusType.String }, ModbusValue.Of(1m)).Fault);
        Assert.Equal(PointFaults.WrongType, ModbusPointWriter.Write(s_word with { Area = ModbusArea.Coil, Type = ModbusType.Bool }, ModbusValue.Of(1m)).Fault);
        Assert.Equal(PointFaults.OutOfRange, ModbusPointWriter.Write(s_word with { Type = ModbusType.String }, ModbusValue.Of("abc")).Fault);
    }
}
