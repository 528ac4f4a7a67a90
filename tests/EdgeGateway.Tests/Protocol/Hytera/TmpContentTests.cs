using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Tmp;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class TmpContentTests
{
    [Theory]
    [InlineData(V011, TmpCode.GroupText, true, 1, "0.0.0.1", "10.0.8.53", "ahoj")]
    [InlineData(V021, TmpCode.PrivateText, true, 1, "10.1.178.7", "10.3.100.14", "OLIVER TEST")]
    [InlineData(V032, TmpCode.PrivateText, false, 0, "10.0.3.234", "192.168.20.100", "Hello World")]
    [InlineData(V037, TmpCode.GroupText, false, 1, "0.0.39.16", "0.0.0.100", "Hello!")]
    public void Read_PublishedText_HasItsFields(string hex, TmpCode code, bool confirmed, int request, string to, string from, string text)
    {
        var message = Said.By<TmpMessage>(hex);

        Assert.Equal((code, confirmed, (uint)request, to, from, text), (message.Code, message.IsConfirmed, message.RequestId, message.Destination.ToString(), message.Sender.ToString(), message.Text));
        Assert.Equal(code == TmpCode.GroupText, message.IsGroup);
    }

    [Theory]
    [InlineData(V022, 1, 111_111, 196_608)]
    [InlineData(V034, 0, 1002, 1)]
    public void Read_PublishedAck_HasItsFields(string hex, int request, int to, int from)
    {
        var ack = Said.By<TmpAck>(hex);

        Assert.Equal(((uint)request, to, (int?)from, TmpResult.Ok), (ack.RequestId, ack.Destination.Id, ack.Sender?.Id, ack.Result));
    }

    [Fact]
    public void Acknowledge_PublishedText_RepeatsRequestAndBothAddresses() =>
        Assert.Equal("0980a2000d000000010a01b2070a03640e00bf03", Said.Hex(Said.By<TmpMessage>(V021).Acknowledge(TmpResult.Ok)));

    [Fact]
    public void Acknowledge_PublishedGroupText_HasNoSource() => Assert.Equal("0980b200090000000100000001" + "00", Said.Hex(Said.By<TmpMessage>(V011).Acknowledge(TmpResult.Ok))[..28]);

    [Fact]
    public void OfText_Written_IsThePublishedText() =>
        Assert.Equal(V021, Said.Hex(TmpMessage.OfText(false, true, 1, RadioIp.Of(0x0A01B207), RadioIp.Of(0x0A03640E), "OLIVER TEST")));

    [Fact]
    public void Read_GroupAck_HasNoSource()
    {
        var ack = Assert.IsType<TmpAck>(Said.Payload(HdapService.Tmp, 0x80B2, "000000010000000508"));

        Assert.Equal((null, TmpResult.NoAcknowledgement, true, 5), (ack.Sender, ack.Result, ack.IsGroup, ack.Destination.Id));
        Assert.Equal("000000010000000508", Convert.ToHexStringLower(ack.ToMessage().Payload.Span));
    }

    [Fact]
    public void Read_OptionBlock_LengthComesFirstAndBytesLast()
    {
        // "Hi" between an option length of 3 and the three option bytes; a reserved bit is set as one dispatcher does.
        const string payload = "0003000000010a0000020a00000348006900aabbcc";
        var message = Assert.IsType<TmpMessage>(Said.Payload(HdapService.Tmp, 0xC1A1, payload));

        Assert.Equal(("Hi", true, 0xC1), (message.Text, message.IsConfirmed, message.Flags));
        Assert.Equal([0xAA, 0xBB, 0xCC], message.Options!.Value.ToArray());
        Assert.Equal((0xC1A1, payload), (message.Opcode, Convert.ToHexStringLower(message.ToMessage().Payload.Span)));
    }

    [Theory]
    [InlineData("0100000000010a0000020a00000348006900aabbcc")]
    [InlineData("0003000000010a0000020a000003aabb")]
    [InlineData("00")]
    public void Read_OptionLengthThatLies_IsAFault(string hex) =>
        Assert.Equal(HyteraFaults.ContentSize, Assert.IsType<UnreadContent>(Said.Payload(HdapService.Tmp, 0xC0A1, hex)).Fault);

    [Theory]
    [InlineData("480069", null)]
    [InlineData("00d8", null)]
    [InlineData("", "")]
    [InlineData("3dd8a9de", "\U0001F6A9")]
    public void Text_WhatIsNoUtf16_IsNone(string body, string? text)
    {
        var message = Assert.IsType<TmpMessage>(Said.Payload(HdapService.Tmp, 0x00A1, "000000010a0000020a000003" + body));

        Assert.Equal((text, body), (message.Text, Convert.ToHexStringLower(message.Body.Span)));
    }

    [Theory]
    [InlineData(0x00AE, TmpCode.PrivateData)]
    [InlineData(0x00BE, TmpCode.GroupData)]
    public void Read_ShortData_IsNoText(int opcode, TmpCode code)
    {
        var message = Assert.IsType<TmpMessage>(Said.Payload(HdapService.Tmp, opcode, "000000010a0000020a00000348006900"));

        Assert.Equal((code, null), (message.Code, message.Text));
        Assert.Equal(code == TmpCode.PrivateData ? TmpCode.PrivateDataAck : TmpCode.GroupDataAck, message.Acknowledge(TmpResult.Ok).Code);
    }

    [Theory]
    [InlineData(0x00AC)]
    [InlineData(0x80BD)]
    public void Read_WorkOrder_StaysRaw(int opcode) => Assert.Null(Assert.IsType<UnreadContent>(Said.Payload(HdapService.Tmp, opcode, "00")).Fault);
}
