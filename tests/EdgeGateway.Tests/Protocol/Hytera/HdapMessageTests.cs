using EdgeGateway.Protocol.Hytera;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class HdapMessageTests
{
    [Theory]
    [InlineData(V013, HdapService.Rrs, false, 0x0003, 4)]
    [InlineData(V014, HdapService.Rrs, false, 0x0080, 9)]
    [InlineData(V015, HdapService.Rrs, true, 0x0002, 4)]
    [InlineData(V016, HdapService.Lp, false, 0xA001, 9)]
    [InlineData(V017, HdapService.Lp, false, 0xA002, 50)]
    [InlineData(V018, HdapService.Lp, false, 0xA002, 50)]
    [InlineData(V019, HdapService.Lp, false, 0xA002, 50)]
    [InlineData(V020, HdapService.Lp, false, 0xD004, 52)]
    [InlineData(V021, HdapService.Tmp, false, 0x80A1, 34)]
    [InlineData(V022, HdapService.Tmp, false, 0x80A2, 13)]
    [InlineData(V023, HdapService.Dds, false, 0x0008, 7)]
    [InlineData(V024, HdapService.Rcp, false, 0x0841, 5)]
    [InlineData(V025, HdapService.Rcp, false, 0x10C9, 5)]
    [InlineData(V026, HdapService.Rcp, false, 0xB845, 16)]
    [InlineData(V027, HdapService.Rcp, false, 0xB844, 12)]
    [InlineData(V028, HdapService.Rcp, false, 0x8834, 5)]
    public void TryRead_PublishedMessage_HasItsFields(string hex, HdapService service, bool reliable, int opcode, int payload)
    {
        var message = HdapMessage.TryRead(Bytes(hex), out string? fault)!;

        Assert.Null(fault);
        Assert.Equal((service, reliable, opcode, payload, true), (message.Service, message.Reliable, message.Opcode, message.Payload.Length, message.IsVerified));
        Assert.Equal(hex, Convert.ToHexStringLower(HdapMessage.Write(message)));
    }

    [Theory]
    [MemberData(nameof(AllHdap), MemberType = typeof(HyteraVectors))]
    public void Checksum_PublishedMessage_IsTheNaiveOne(string hex) => Assert.Equal(NaiveSums.Hdap(Bytes(hex)), Bytes(hex)[^2]);

    [Theory]
    [MemberData(nameof(AllHdap), MemberType = typeof(HyteraVectors))]
    public void TryRead_CutAtAnyByte_SaysSo(string hex)
    {
        for (int cut = 0; cut < hex.Length / 2; cut++)
        {
            Assert.Null(HdapMessage.TryRead(Bytes(hex)[..cut], out string? fault));
            Assert.Equal(HyteraFaults.HdapCut, fault);
        }
    }

    [Theory]
    [MemberData(nameof(AllHdap), MemberType = typeof(HyteraVectors))]
    public void TryRead_AnyBitTurnedBehindTheService_IsRefused(string hex)
    {
        var good = Bytes(hex);
        for (int bit = 8; bit < good.Length * 8; bit++)
        {
            var bad = good.ToArray();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));

            Assert.Null(HdapMessage.TryRead(bad, out string? fault));
            Assert.NotNull(fault);
        }
    }

    [Theory]
    [InlineData("12", HyteraFaults.HdapCut)]
    [InlineData("00000300040a2338636303", HyteraFaults.HdapService)]
    [InlineData("7f000300040a2338636303", HyteraFaults.HdapService)]
    [InlineData("11000300040a233863630300", HyteraFaults.HdapLength)]
    [InlineData("11000300040a2338636304", HyteraFaults.HdapTrailer)]
    [InlineData("11000300040a2338636403", HyteraFaults.HdapChecksum)]
    [InlineData("11000300040a2338630003", HyteraFaults.HdapChecksum)]
    public void TryRead_Broken_SaysWhy(string hex, string why)
    {
        Assert.Null(HdapMessage.TryRead(Bytes(hex), out string? fault));
        Assert.Equal(why, fault);
    }

    [Fact]
    public void TryRead_WrongChecksumOnALinkThatAcceptsIt_IsNotVerified()
    {
        var message = HdapMessage.TryRead(Bytes("11000300040a2338630003"), out string? fault, acceptUnverified: true)!;

        Assert.Null(fault);
        Assert.False(message.IsVerified);
        Assert.True(HdapMessage.TryRead(Bytes(V013), out _, acceptUnverified: true)!.IsVerified);
    }

    [Theory]
    [InlineData(HdapService.Rcp)]
    [InlineData(HdapService.Tmp)]
    public void Write_AnyPayload_ChecksumIsTheNaiveOne(HdapService service)
    {
        var random = new Random(11);
        foreach (int length in new[] { 0, 1, 2, 255, 256, 257, HdapMessage.LongestPayload })
        {
            var payload = new byte[length];
            random.NextBytes(payload);
            var bytes = HdapMessage.Write(new HdapMessage(service, true, 0x1234, payload));

            Assert.Equal(NaiveSums.Hdap(bytes), bytes[^2]);
            Assert.Equal(payload, HdapMessage.TryRead(bytes, out _)!.Payload.ToArray());
        }

        Assert.Throws<ArgumentException>(() => HdapMessage.Write(new HdapMessage(service, true, 0x1234, new byte[HdapMessage.LongestPayload + 1])));
    }
}
