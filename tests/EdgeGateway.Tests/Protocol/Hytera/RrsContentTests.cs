using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Rrs;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class RrsContentTests
{
    [Fact]
    public void Read_Registration_NamesTheRadio()
    {
        var asked = Said.By<RrsRegistration>(V013);

        Assert.Equal(new RadioIp(10, 2_308_195), asked.Radio);
        Assert.Equal("10.35.56.99", asked.Radio.ToString());
    }

    [Fact]
    public void Read_RegistrationAnswer_HasResultAndTime()
    {
        var answer = Said.By<RrsRegistrationAnswer>(V014);

        Assert.Equal((2_308_195, RrsResult.Success, 1800u), (answer.Radio.Id, answer.Result, answer.ValidSeconds));
    }

    [Fact]
    public void Read_StatusCheck_IsReliable()
    {
        Assert.Equal(20, Said.By<RrsStatusCheck>(V015).Radio.Id);
        Assert.Equal(V015, Said.Hex(new RrsStatusCheck(new RadioIp(10, 20)), reliable: true));
    }

    [Fact]
    public void Read_OfflineAndStatusAnswer_ByTheirTables()
    {
        Assert.Equal(new RadioIp(10, 1), Assert.IsType<RrsGoingOffline>(Said.Payload(HdapService.Rrs, 0x0001, "0a000001")).Radio);
        Assert.Equal(RrsState.Offline, Assert.IsType<RrsStatusAnswer>(Said.Payload(HdapService.Rrs, 0x0082, "0a00000101")).State);
        Assert.Equal((RrsState)7, Assert.IsType<RrsStatusAnswer>(Said.Payload(HdapService.Rrs, 0x0082, "0a00000107")).State);
    }

    [Theory]
    [InlineData(0x0003, "0a0000")]
    [InlineData(0x0080, "0a0000010000000e")]
    [InlineData(0x0082, "0a000001")]
    public void Read_ShortPayload_IsAFaultThatKeepsIt(int opcode, string hex)
    {
        var unread = Assert.IsType<UnreadContent>(Said.Payload(HdapService.Rrs, opcode, hex));

        Assert.Equal(HyteraFaults.ContentSize, unread.Fault);
        Assert.Equal(hex, Convert.ToHexStringLower(unread.Message.Payload.Span));
    }

    [Fact]
    public void Read_UnknownOpcode_KeepsThePayloadWithoutAFault()
    {
        var unread = Assert.IsType<UnreadContent>(Said.Payload(HdapService.Rrs, 0x0004, "0102"));

        Assert.Null(unread.Fault);
        Assert.Equal("110004000201020003"[..14], Said.Hex(unread)[..14]);
    }

    [Fact]
    public void Read_LongPayload_KeepsTheRest() => Assert.Equal([0xAB, 0xCD], Said.Payload(HdapService.Rrs, 0x0003, "0a000001abcd").Rest.ToArray());

    [Fact]
    public void Read_DeliveryState_NamesServiceOpcodeAndResult()
    {
        var state = Said.By<DdsState>(V023);

        Assert.Equal((HdapService.Lp, new RadioIp(0, 222_222), 0xA001, DdsResult.Ok), (state.About, state.Radio, state.OriginalOpcode, state.Result));
    }
}
