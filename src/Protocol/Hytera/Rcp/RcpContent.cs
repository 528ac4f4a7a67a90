namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Radio control (pdt-radio.md section 8), little endian. Orders that would disable a radio are not here: the gateway must not send them.</summary>
/// <param name="Kind">The opcode.</param>
public abstract record RcpContent(RcpOpcode Kind) : HdapContent
{
    public override HdapService Service => HdapService.Rcp;

    public override ushort Opcode => (ushort)Kind;

    internal static HdapContent? Of(RcpOpcode kind, ref PayloadReader fields) => kind switch
    {
        RcpOpcode.TransmitStatus or RcpOpcode.ReceiveStatus => RcpCallStatus.From(kind, ref fields),
        RcpOpcode.RepeaterStatus => new RcpRepeaterStatus(fields.U16(), fields.U16(), fields.U16(), fields.U16(), fields.U32(), fields.U32()),
        RcpOpcode.StatusReport => new RcpStatusReport((RcpStatusItem)fields.U8(), fields.U16()),
        RcpOpcode.Call => new RcpCall((RcpCallType)fields.U8(), fields.U32()),
        RcpOpcode.Key => new RcpKey(fields.U8(), fields.U8()),
        RcpOpcode.KeyReply => new RcpKeyReply(fields.U32(), fields.U32(), fields.U32()),
        RcpOpcode.EnableReports or RcpOpcode.EnableBroadcasts => RcpSwitches.From(kind, ref fields),
        RcpOpcode.Forward => new RcpForward((RcpForwarded)fields.U32(), fields.U32()),
        RcpOpcode.ReadId => new RcpReadId((RcpIdKind)fields.U8()),
        RcpOpcode.ReadIdReply => RcpReadIdReply.From(ref fields),
        RcpOpcode.ReadParameter => new RcpReadParameter((RcpParameter)fields.U8(), fields.U8()),
        RcpOpcode.ReadParameterReply => new RcpReadParameterReply(fields.U8(), fields.U8(), (RcpParameter)fields.U8(), (int)fields.U32()),
        RcpOpcode.ZoneChannel => new RcpZoneChannel(fields.U8(), fields.U16(), fields.U16()),
        RcpOpcode.ZoneChannelReply => new RcpZoneChannelReply(fields.U32(), fields.U32(), fields.U16(), fields.U16()),
        RcpOpcode.ReadText => new RcpReadText(fields.U8()),
        RcpOpcode.ReadTextReply => new RcpReadTextReply(fields.U32(), fields.U32(), fields.Rest()),
        RcpOpcode.PowerUp or RcpOpcode.ClearCall => new RcpPlain(kind),
        RcpOpcode.RadioCheck or RcpOpcode.RemoteMonitor => new RcpTarget(kind, fields.U32()),
        RcpOpcode.RadioCheckReply or RcpOpcode.RemoteMonitorReply => new RcpTargetReply(kind, fields.U8(), fields.U32()),
        RcpOpcode.Identify => new RcpIdentify(fields.Rest()),
        RcpOpcode.IdentifyReply => new RcpIdentifyReply(fields.U8(), fields.U32()),
        _ when IsResult(kind) => new RcpResult(kind, fields.U8()),
        _ => null,
    };

    private static bool IsResult(RcpOpcode kind) => kind
        is RcpOpcode.CallReply or RcpOpcode.ClearCallReply or RcpOpcode.EnableReportsReply or RcpOpcode.EnableBroadcastsReply or RcpOpcode.ForwardReply or RcpOpcode.PowerUpReply;
}
