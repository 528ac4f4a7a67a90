using EdgeGateway.Protocol.Mqtt;
using EdgeGateway.Protocol.Mqtt.Packets;

namespace EdgeGateway.Tests.Protocol.Mqtt;

public sealed class MqttFaultTests
{
    [Theory]
    [InlineData(5, "00 00", "packet-type")]
    [InlineData(4, "F0 00", "packet-type")]
    [InlineData(5, "C1 00", "header-flags")]
    [InlineData(5, "60 02 00 01", "header-flags")]
    [InlineData(5, "80", "header-flags")]
    [InlineData(5, "36", "qos")]
    [InlineData(5, "38", "dup-at-qos-0")]
    [InlineData(5, "30 FF FF FF FF", "remaining-length")]
    [InlineData(5, "30 80 00", "remaining-length")]
    [InlineData(5, "30 FF FF FF 7F", "packet-too-large")]
    [InlineData(5, "30 80 80 40", "packet-too-large")]
    [InlineData(5, "C0 01 00", "trailing-bytes")]
    [InlineData(4, "40 03 00 01 00", "trailing-bytes")]
    [InlineData(5, "40 01 00", "field-past-end")]
    [InlineData(5, "40 02 00 00", "packet-identifier-zero")]
    [InlineData(5, "32 06 00 01 61 00 00 00", "packet-identifier-zero")]
    [InlineData(5, "30 04 00 05 61 00", "field-past-end")]
    [InlineData(5, "30 04 00 01 2B 00", "topic-name")]
    [InlineData(5, "30 03 00 00 00", "topic-name")]
    [InlineData(4, "30 02 00 00", "topic-name")]
    [InlineData(5, "30 06 00 03 ED A0 80 00", "utf8")]
    [InlineData(5, "30 05 00 02 C0 80 00", "utf8")]
    [InlineData(5, "30 05 00 02 61 00 00", "utf8")]
    [InlineData(5, "30 05 00 01 61 80 00", "variable-byte-integer")]
    [InlineData(5, "30 06 00 01 61 02 00 01", "property-unknown")]
    [InlineData(5, "30 08 00 01 61 03 13 00 01 00", "property-misplaced")]
    [InlineData(5, "30 08 00 01 61 04 01 01 01 01", "property-twice")]
    [InlineData(5, "30 06 00 01 61 02 01 02", "property-value")]
    [InlineData(5, "30 07 00 01 61 03 23 00 00", "property-value")]
    [InlineData(5, "30 06 00 01 61 02 23 00", "field-past-end")]
    [InlineData(5, "30 08 00 01 61 02 03 00 01 78", "field-past-end")]
    [InlineData(5, "20 06 00 00 03 21 00 00", "property-value")]
    [InlineData(5, "20 03 02 00 00", "acknowledge-flags")]
    [InlineData(5, "20 03 01 87 00", "acknowledge-flags")]
    [InlineData(5, "82 03 00 01 00", "no-topic-filter")]
    [InlineData(5, "82 07 00 01 00 00 01 61 03", "subscription-options")]
    [InlineData(5, "82 07 00 01 00 00 01 61 31", "subscription-options")]
    [InlineData(4, "82 06 00 01 00 01 61 04", "subscription-options")]
    [InlineData(4, "82 07 00 01 00 02 61 23 00", "topic-filter")]
    [InlineData(4, "90 03 00 01 03", "reason-code")]
    [InlineData(5, "F0 01 80", "reason-code")]
    [InlineData(5, "10 0C 00 06 4D 51 49 73 64 70 03 02 00 3C", "protocol-name")]
    [InlineData(5, "10 0C 00 04 4D 51 54 54 06 02 00 3C 00 00", "protocol-level")]
    [InlineData(5, "10 0C 00 04 4D 51 54 54 04 03 00 3C 00 00", "connect-flags")]
    [InlineData(5, "10 0C 00 04 4D 51 54 54 04 0A 00 3C 00 00", "connect-flags")]
    [InlineData(5, "10 0C 00 04 4D 51 54 54 04 42 00 3C 00 00", "connect-flags")]
    public void Read_AgainstTheStandard_NamesTheFault(int version, string hex, string fault)
    {
        Assert.Null(MqttShow.Read(MqttVectors.Bytes(hex), version, out MqttFault? found));

        Assert.Equal(fault, found?.Word);
    }

    [Fact]
    public void Read_AfterAFault_NeverReadsAgain()
    {
        var reader = new MqttReader(5, 1 << 20);
        reader.TryRead([0x00], out _, out _);

        MqttReadStatus status = reader.TryRead([0xC0, 0x00], out int consumed, out MqttPacket? packet);

        Assert.Equal((MqttReadStatus.Fault, 0, MqttFault.PacketType), (status, consumed, reader.Fault));
        Assert.Null(packet);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void Read_LengthInMoreBytesThanNeeded_IsAFaultOnVersion5Only(int version, bool taken)
    {
        Assert.Equal(taken, MqttShow.Read([0xD0, 0x80, 0x00], version, out _) is PingRespPacket);
    }

    [Fact]
    public void Read_ByteOrderMark_IsKept()
    {
        var packet = Assert.IsType<PublishPacket>(MqttShow.Read([0x30, 0x06, 0x00, 0x04, 0xEF, 0xBB, 0xBF, (byte)'a'], 4, out _));

        Assert.Equal("\uFEFFa", packet.Topic);
    }

    [Fact]
    public void Read_MorePropertiesThanAnyHonestPeerSends_IsAFault()
    {
        byte[] user = [0x26, 0, 0, 0, 0];
        byte[] properties = [.. Enumerable.Repeat(user, 1025).SelectMany(p => p)];
        byte[] bytes = [0x30, 0x8A, 0x28, 0x00, 0x01, (byte)'a', 0x85, 0x28, .. properties];

        Assert.Null(MqttShow.Read(bytes, 5, out MqttFault? fault));

        Assert.Equal("too-many-properties", fault?.Word);
    }

    [Fact]
    public void Read_LargestAllowed_IsTakenAndOneMoreIsNot()
    {
        byte[] bytes = [0x30, 0x04, 0x00, 0x01, (byte)'a', 0x00];

        Assert.Equal(MqttReadStatus.Packet, new MqttReader(5, 6).TryRead(bytes, out _, out _));
        Assert.Equal(MqttReadStatus.Fault, new MqttReader(5, 5).TryRead(bytes.AsSpan(0, 2), out _, out _));
    }
}
