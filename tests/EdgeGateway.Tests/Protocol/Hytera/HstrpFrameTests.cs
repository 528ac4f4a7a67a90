using EdgeGateway.Protocol.Hytera;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class HstrpFrameTests
{
    public static TheoryData<string, int, int, long?, int?, int> Published => new()
    {
        { V029, 0x02, 0, null, null, 0 },
        { V030, 0x24, 0, 99_999, 2, 0 },
        { V031, 0x01, 3, null, null, 0 },
        { V032, 0x00, 1, null, null, 41 },
        { V033, 0x01, 1, null, null, 0 },
        { V034, 0x20, 20, 1, 1, 20 },
        { V035, 0x21, 20, 1, 1, 0 },
        { V036, 0x20, 11, 420_622, 1, 23 },
        { V037, 0x20, 3, 99_999, 2, 31 },
        { V038, 0x00, 21, null, null, 9 },
        { V039, 0x20, 27, 99_999, 1, 14 },
        { V040, 0x00, 1, null, null, 9 },
    };

    [Theory]
    [MemberData(nameof(Published))]
    public void TryRead_PublishedFrame_HasItsFields(string hex, int type, int number, long? device, int? slot, int payload)
    {
        var frame = HstrpFrame.TryRead(Bytes(hex), out string? fault)!;

        Assert.Null(fault);
        Assert.Equal((type, number, device, slot, payload), ((int)frame.Type, frame.Number, frame.DeviceId, frame.Slot, frame.Payload.Length));
        Assert.Equal(hex, Convert.ToHexStringLower(HstrpFrame.Write(frame)));
        Assert.True(payload == 0 || HdapMessage.TryRead(frame.Payload.Span, out _) is not null);
    }

    [Fact]
    public void Acknowledge_Data_IsThePublishedAcknowledgement() =>
        Assert.Equal(V035, Convert.ToHexStringLower(HstrpFrame.Write(HstrpFrame.TryRead(Bytes(V034), out _)!.Acknowledge())));

    [Fact]
    public void Connect_Write_IsThePublishedFrame_AndItsAcknowledgementHasBothBits()
    {
        var connect = HstrpFrame.Connect(0, HstrpOption.OfDevice(99_999), HstrpOption.OfSlot(2));

        Assert.Equal(V030, Convert.ToHexStringLower(HstrpFrame.Write(connect)));
        Assert.Equal(0x25, HstrpFrame.Write(connect.Acknowledge())[3]);
    }

    [Fact]
    public void Heartbeat_Write_IsThePublishedFrame() => Assert.Equal(V029, Convert.ToHexStringLower(HstrpFrame.Write(HstrpFrame.Heartbeat())));

    [Theory]
    [InlineData(V029, false)]
    [InlineData(V030, true)]
    [InlineData(V031, false)]
    [InlineData(V032, true)]
    [InlineData(V035, false)]
    public void WantsAck_AcknowledgementsAndHeartbeats_DoNot(string hex, bool wants) => Assert.Equal(wants, HstrpFrame.TryRead(Bytes(hex), out _)!.WantsAck);

    [Theory]
    [InlineData("", HyteraFaults.HstrpCut)]
    [InlineData("00", HyteraFaults.HstrpStart)]
    [InlineData("3342000200", HyteraFaults.HstrpStart)]
    [InlineData("334200020000", HyteraFaults.HstrpStart)]
    [InlineData("324300020000", HyteraFaults.HstrpStart)]
    [InlineData("324201020000", HyteraFaults.HstrpVersion)]
    [InlineData("3242000200", HyteraFaults.HstrpCut)]
    [InlineData("324200200000", HyteraFaults.HstrpCut)]
    [InlineData("32420020000083040001869f", HyteraFaults.HstrpCut)]
    [InlineData("32420020000083040001869f0402", HyteraFaults.HstrpCut)]
    [InlineData("3242002000000404000186", HyteraFaults.HstrpCut)]
    public void TryRead_Broken_SaysWhy(string hex, string why)
    {
        Assert.Null(HstrpFrame.TryRead(Bytes(hex), out string? fault));
        Assert.Equal(why, fault);
    }

    [Fact]
    public void TryRead_TooLong_IsRefused()
    {
        byte[] head = Bytes("324200000000");
        Assert.NotNull(HstrpFrame.TryRead([.. head, .. new byte[HstrpFrame.Longest - 6]], out _));
        Assert.Null(HstrpFrame.TryRead([.. head, .. new byte[HstrpFrame.Longest - 5]], out string? fault));
        Assert.Equal(HyteraFaults.HstrpTooLong, fault);
    }

    [Theory]
    [MemberData(nameof(AllHstrp), MemberType = typeof(HyteraVectors))]
    public void TryRead_CutAtAnyByte_NeverGivesAMessage(string hex)
    {
        for (int cut = 0; cut < hex.Length / 2; cut++)
        {
            var frame = HstrpFrame.TryRead(Bytes(hex)[..cut], out string? fault);
            Assert.True(frame is null ? fault is not null : HdapMessage.TryRead(frame.Payload.Span, out _) is null);
        }
    }
}
