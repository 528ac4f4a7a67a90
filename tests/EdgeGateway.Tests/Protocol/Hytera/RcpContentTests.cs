using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dtp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Tp;
using static EdgeGateway.Tests.Protocol.Hytera.HyteraVectors;

namespace EdgeGateway.Tests.Protocol.Hytera;

public sealed class RcpContentTests
{
    [Fact]
    public void Read_Identification_HasTheDeviceId()
    {
        Assert.Equal("6400000001", Convert.ToHexStringLower(Said.By<RcpIdentify>(V006).Data.Span));

        var reply = Said.By<RcpIdentifyReply>(V007);
        Assert.Equal((0, 420_111u, 1), (reply.Result, reply.DeviceId, reply.Rest.Length));
    }

    [Fact]
    public void Read_CallRequestAndReply()
    {
        Assert.Equal((RcpCallType.Private, 111u), (Said.By<RcpCall>(V008).CallType, Said.By<RcpCall>(V008).Target));
        Assert.Equal(1234u, Said.By<RcpCall>(V024).Target);
        Assert.Equal((RcpOpcode.CallReply, 0), (Said.By<RcpResult>(V009).Kind, Said.By<RcpResult>(V009).Result));
    }

    [Fact]
    public void Read_StatusReport_IsTheLevelInBars() => Assert.Equal((RcpStatusItem.Rssi, 4), (Said.By<RcpStatusReport>(V010).Item, Said.By<RcpStatusReport>(V010).Value));

    [Fact]
    public void Read_Broadcasts_AreTwoSwitches() => Assert.Equal([new RcpSwitch(0, 1), new RcpSwitch(1, 1)], Said.By<RcpSwitches>(V025).Entries);

    [Fact]
    public void Read_RepeaterStatus_AsleepAndBusy()
    {
        var asleep = Said.By<RcpRepeaterStatus>(V026);
        Assert.Equal((1, 5, 0, 0u, 0u), (asleep.Mode, asleep.Status, asleep.Carries, asleep.Target, asleep.Sender));

        var busy = Said.By<RcpRepeaterStatus>(V036);
        Assert.Equal((1, 4, 4, RcpCallType.Private, 2301u, 2_308_090u), (busy.Mode, busy.Status, busy.Carries, busy.CallType, busy.Target, busy.Sender));
        Assert.Equal("rrs", RcpNames.Carried(busy.Carries));
    }

    [Fact]
    public void Read_ReceiveStatus_TargetStandsBeforeSource()
    {
        var call = Said.By<RcpCallStatus>(V027);

        Assert.Equal((RcpProcess.Voice, RcpCallType.RemoteMonitor, 0u, 111u, false), (call.Process, call.CallType, call.Target, call.Source, call.IsOwn));
    }

    [Fact]
    public void Read_TransmitStatus_HasAShortSource()
    {
        var call = Assert.IsType<RcpCallStatus>(Said.Payload(HdapService.Rcp, 0xB843, "010002000500d2040000"));

        Assert.Equal((RcpProcess.Voice, 2u, RcpCallType.EmergencyAlarm, 1234u, true), (call.Process, call.Source, call.CallType, call.Target, call.IsOwn));
        Assert.Equal("010002000500d2040000", Convert.ToHexStringLower(call.ToMessage().Payload.Span));
    }

    [Fact]
    public void Read_RemoteMonitorReply_HasResultAndRadio() => Assert.Equal((0x0A, 111u), (Said.By<RcpTargetReply>(V028).Result, Said.By<RcpTargetReply>(V028).Target));

    [Fact]
    public void Read_Level_QuestionAndReplyHaveTheirFieldsTheOtherWayRound()
    {
        Assert.Equal((RcpParameter.Rssi, 1), (Said.By<RcpReadParameter>(V038).Parameter, Said.By<RcpReadParameter>(V038).Argument));

        var reply = Said.By<RcpReadParameterReply>(V039);
        Assert.Equal((0, 1, RcpParameter.Rssi, -200), (reply.Result, reply.Argument, reply.Parameter, reply.Value));
    }

    [Fact]
    public void Read_Key_IsPttPressed() => Assert.Equal((3, 1), (Said.By<RcpKey>(V040).Key, Said.By<RcpKey>(V040).Operation));

    [Fact]
    public void Read_Id_IsLittleEndianButAnIpIsNot()
    {
        Assert.Equal(420_111, Assert.IsType<RcpReadIdReply>(Said.Payload(HdapService.Rcp, 0x8452, "00000f690600")).Radio.Id);
        Assert.Equal("10.6.105.15", Assert.IsType<RcpReadIdReply>(Said.Payload(HdapService.Rcp, 0x8452, "00010a06690f")).Radio.ToString());
    }

    [Theory]
    [InlineData(0x0842, "")]
    [InlineData(0x8842, "00")]
    [InlineData(0x8041, "00000000" + "2b000000" + "01000000")]
    [InlineData(0x10C7, "02" + "0901" + "0e01")]
    [InlineData(0x80C7, "00")]
    [InlineData(0x80C9, "01")]
    [InlineData(0x1847, "0300000000000000")]
    [InlineData(0x8847, "00")]
    [InlineData(0x0452, "01")]
    [InlineData(0x8452, "00010a06690f")]
    [InlineData(0x8452, "00000f690600")]
    [InlineData(0x00C4, "0100000000")]
    [InlineData(0x80C4, "000000000100000002000300")]
    [InlineData(0x00C6, "")]
    [InlineData(0x80C6, "00")]
    [InlineData(0x0201, "02")]
    [InlineData(0x8201, "000000000200000041004200")]
    [InlineData(0x0833, "6f000000")]
    [InlineData(0x8833, "006f000000")]
    [InlineData(0x0834, "6f000000")]
    public void Read_EveryOther_IsTypedAndWrittenBack(int opcode, string hex)
    {
        var content = Assert.IsAssignableFrom<RcpContent>(Said.Payload(HdapService.Rcp, opcode, hex));

        Assert.Equal((opcode, hex, true), (content.Opcode, Convert.ToHexStringLower(content.ToMessage().Payload.Span), content.Rest.IsEmpty));
    }

    [Theory]
    [InlineData(0xB845, "0100050000000000000000000000")]
    [InlineData(0xB844, "0100040000000000")]
    [InlineData(0x10C9, "030001")]
    [InlineData(0x80E7, "000109")]
    public void Read_ShortPayload_IsAFault(int opcode, string hex) =>
        Assert.Equal(HyteraFaults.ContentSize, Assert.IsType<UnreadContent>(Said.Payload(HdapService.Rcp, opcode, hex)).Fault);

    [Theory]
    [InlineData(0x0851)]
    [InlineData(0x0853)]
    [InlineData(0x02D4)]
    [InlineData(0x0849)]
    [InlineData(0xB944)]
    public void Read_LayoutThatIsNotPublic_StaysRaw(int opcode) => Assert.Null(Assert.IsType<UnreadContent>(Said.Payload(HdapService.Rcp, opcode, "6f000000")).Fault);

    [Fact]
    public void Text_SerialNumber_LosesOnlyTheNulsAtItsEnd() =>
        Assert.Equal("AB", Assert.IsType<RcpReadTextReply>(Said.Payload(HdapService.Rcp, 0x8201, "0000000002000000410042000000")).Text);

    [Theory]
    [InlineData(HdapService.Tp, 0xA081, "0a0000010a0000020001030f")]
    [InlineData(HdapService.Dtp, 0xA001, "0a0000010a00000200026100")]
    [InlineData(HdapService.Dtp, 0xA002, "0a0000010a0000020001aabb")]
    [InlineData(HdapService.Dtp, 0xA013, "0a0000010a00000200")]
    public void Read_TelemetryAndFiles_AreTypedAndWrittenBack(HdapService service, int opcode, string hex)
    {
        var content = Said.Payload(service, opcode, hex);

        Assert.True(content is TpContent { Lines: 3, Value: 15 } or DtpContent { Destination.Id: 1, Source.Id: 2 });
        Assert.Equal(hex, Convert.ToHexStringLower(content.ToMessage().Payload.Span));
    }
}
