using EdgeGateway.Protocol.Hytera;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class HrnpFrameTests
{
    [Theory]
    [InlineData(V001, 4, HrnpOpcode.Connect, 0x20, 0x10, 0, 0)]
    [InlineData(V002, 4, HrnpOpcode.Accept, 0x10, 0x20, 0, 0)]
    [InlineData(V003, 3, HrnpOpcode.Connect, 0x20, 0x10, 0, 0)]
    [InlineData(V004, 4, HrnpOpcode.DataAck, 0x10, 0x20, 1, 0)]
    [InlineData(V005, 4, HrnpOpcode.DataAck, 0x20, 0x10, 3, 0)]
    [InlineData(V006, 4, HrnpOpcode.Data, 0x20, 0x10, 1, 12)]
    [InlineData(V007, 4, HrnpOpcode.Data, 0x10, 0x20, 1, 13)]
    [InlineData(V008, 0, HrnpOpcode.Data, 0x20, 0x10, 0, 12)]
    [InlineData(V009, 3, HrnpOpcode.Data, 0x10, 0x20, 4, 8)]
    [InlineData(V010, 4, HrnpOpcode.Data, 0x20, 0x10, 0, 10)]
    [InlineData(V011, 4, HrnpOpcode.Data, 0x10, 0x20, 4, 27)]
    [InlineData(V012, 4, HrnpOpcode.Close, 0x20, 0x10, 0x16, 0)]
    public void TryRead_PublishedFrame_HasItsFields(string hex, int version, HrnpOpcode opcode, int source, int destination, int number, int payload)
    {
        var frame = HrnpFrame.TryRead(Bytes(hex), out string? fault)!;

        Assert.Null(fault);
        Assert.Equal((version, 0, opcode, source, destination, number, payload), (frame.Version, frame.Block, frame.Opcode, frame.Source, frame.Destination, frame.Number, frame.Payload.Length));
    }

    [Theory]
    [MemberData(nameof(AllHrnp), MemberType = typeof(HyteraVectors))]
    public void Write_WhatWasRead_IsTheSameBytes(string hex)
    {
        var frame = HrnpFrame.TryRead(Bytes(hex), out _)!;

        Assert.Equal(hex, Convert.ToHexStringLower(HrnpFrame.Write(frame)));
        Assert.Equal(Convert.ToInt32(hex[20..24], 16), frame.Checksum());
    }

    [Fact]
    public void Write_AnyPayload_ChecksumIsTheNaiveOne()
    {
        var random = new Random(7);
        for (int length = 0; length <= 64; length++)
        {
            var payload = new byte[length];
            random.NextBytes(payload);
            var bytes = HrnpFrame.Write(new HrnpFrame(4, 0, HrnpOpcode.Data, 0x20, 0x10, (ushort)random.Next(65_536), payload));

            Assert.Equal(NaiveSums.Hrnp(bytes), (bytes[10] << 8) | bytes[11]);
        }
    }

    [Fact]
    public void Write_LongestPayload_IsReadBack_OneMoreIsRefused()
    {
        var longest = new HrnpFrame(4, 0, HrnpOpcode.Data, 0x20, 0x10, 65_535, Enumerable.Repeat((byte)0xFF, HrnpFrame.Longest - HrnpFrame.HeadLength).ToArray());

        Assert.Equal(1488, HrnpFrame.TryRead(HrnpFrame.Write(longest), out _)!.Payload.Length);
        Assert.Throws<ArgumentException>(() => HrnpFrame.Write(longest with { Payload = new byte[1489] }));
    }

    [Theory]
    [MemberData(nameof(AllHrnp), MemberType = typeof(HyteraVectors))]
    public void TryRead_AnyBitTurned_IsRefused(string hex)
    {
        var good = Bytes(hex);
        for (int bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = good.ToArray();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Null(HrnpFrame.TryRead(bad, out string? fault));
            Assert.NotNull(fault);
        }
    }

    [Theory]
    [InlineData("", HyteraFaults.HrnpCut)]
    [InlineData("00", HyteraFaults.Garbage)]
    [InlineData("7e0400fe20100000000c60", HyteraFaults.HrnpCut)]
    [InlineData("7e0400fe20100000000c60e100", HyteraFaults.HrnpLength)]
    [InlineData("7e0400fe20100000000d60e0", HyteraFaults.HrnpCut)]
    [InlineData("7e0400fe20100000000b60e2", HyteraFaults.HrnpLength)]
    [InlineData("7e0400fe2010000005dd5b10", HyteraFaults.HrnpLength)]
    [InlineData("7e1000fe20100000000c54e1", HyteraFaults.HrnpVersion)]
    [InlineData("7e0400f920100000000c60e6", HyteraFaults.HrnpOpcode)]
    [InlineData("7e0400ff20100000000c60e0", HyteraFaults.HrnpOpcode)]
    [InlineData("7e04000220100000000c61dd", HyteraFaults.HrnpOpcode)]
    [InlineData("7e0400fe20100000000c60e2", HyteraFaults.HrnpChecksum)]
    public void TryRead_Broken_SaysWhy(string hex, string why)
    {
        Assert.Null(HrnpFrame.TryRead(Bytes(hex), out string? fault));
        Assert.Equal(why, fault);
    }

    [Fact]
    public void Acknowledge_Data_EchoesNumberAndVersionAndChangesTheAddresses() =>
        Assert.Equal("7e04001020100001000c", Convert.ToHexStringLower(HrnpFrame.Write(HrnpFrame.TryRead(Bytes(V007), out _)!.Acknowledge()))[..20]);
}
