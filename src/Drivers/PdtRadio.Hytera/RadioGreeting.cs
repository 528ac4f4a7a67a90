using EdgeGateway.Protocol.Hytera.Rcp;

namespace EdgeGateway.Drivers.PdtRadio.Hytera;

/// <summary>What a radio is asked when a session begins, in the order that works on a real mobile (pdt-radio.md section 8.2).</summary>
internal static class RadioGreeting
{
    public static readonly IReadOnlyList<RcpContent> Questions =
    [
        new RcpPlain(RcpOpcode.PowerUp),
        new RcpZoneChannel(Operation: 1),
        new RcpReadText(RcpReadText.SerialNumber),
        new RcpReadParameter(RcpParameter.ChannelMode),
        RadioQuestions.OwnId,
    ];

    /// <summary>What it is to tell from now on, behind the questions: asked for until it is granted.</summary>
    public static readonly IReadOnlyList<RcpContent> Switches =
    [
        new RcpForward(RcpForwarded.Text | RcpForwarded.ShortData),
        RadioQuestions.Broadcasts,

        // Not part of the observed order: without it nobody tells of an emergency key, a man down, or the power key.
        RcpSwitches.Reports(RcpStatusItem.Emergency, RcpStatusItem.Rssi, RcpStatusItem.ManDown, RcpStatusItem.PowerDownUp),
    ];
}
