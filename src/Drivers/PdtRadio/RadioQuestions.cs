using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>By what an answer is known to belong to a question of ours.</summary>
public static class RadioQuestions
{
    /// <summary>Calls and what the repeater carries.</summary>
    public static RcpContent Broadcasts => RcpSwitches.AllBroadcasts;

    /// <summary>Harmless; tells the address of the radio at hand.</summary>
    public static RcpContent OwnId => new RcpReadId(RcpIdKind.Id);

    public static string TextKey(uint request, int radio) => FormattableString.Invariant($"TMP/{request:x8}/{radio}");

    public static string PositionKey(uint request) => FormattableString.Invariant($"LP/{request:x8}");

    public static string StatusKey(int radio) => FormattableString.Invariant($"RRS/{radio}");

    public static string UndeliveredKey(HdapService about, int radio) => FormattableString.Invariant($"DDS/{about}/{radio}");

    public static string ReplyKey(RcpOpcode reply, int? slot) => FormattableString.Invariant($"RCP/{(ushort)reply:x4}/{slot}");

    /// <returns>The reply to a question of radio control.</returns>
    public static RcpOpcode ReplyTo(RcpOpcode question) => question switch
    {
        RcpOpcode.EnableReports => RcpOpcode.EnableReportsReply,
        RcpOpcode.EnableBroadcasts => RcpOpcode.EnableBroadcastsReply,
        RcpOpcode.Forward => RcpOpcode.ForwardReply,
        _ => (RcpOpcode)((ushort)question | 0x8000),
    };

    /// <param name="content">What came in.</param>
    /// <param name="slot">Of the repeater.</param>
    /// <returns>Whose answer it may be; null for what answers nothing.</returns>
    public static string? KeyOf(HdapContent content, int? slot) => content switch
    {
        TmpAck ack => TextKey(ack.RequestId, ack.Destination.Id),
        LpReport { Kind: LpOpcode.ImmediateReport or LpOpcode.ImmediateReportRssi, RequestId: { } request } => PositionKey(request),
        RrsStatusAnswer status => StatusKey(status.Radio.Id),

        // It names no request: TextDesk finds out whether it can mean a text at all.
        DdsState { About: HdapService.Tmp } => null,
        DdsState { About: HdapService.Rrs, OriginalOpcode: not RrsOpcodes.StatusCheck } => null,
        DdsState { Result: not DdsResult.Ok } state => UndeliveredKey(state.About, state.Radio.Id),
        RcpContent reply => ReplyKey(reply.Kind, slot),
        _ => null,
    };
}
