using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Hytera;

/// <summary>What the protocol document calls each message (pdt-radio.md sections 5 to 9).</summary>
public static class HdapNames
{
    private static readonly FrozenDictionary<(HdapService Service, int Opcode), string> s_names = new Dictionary<(HdapService, int), string>
    {
        [(HdapService.Rrs, 0x0001)] = "going offline",
        [(HdapService.Rrs, 0x0002)] = "status check request",
        [(HdapService.Rrs, 0x0003)] = "registration request",
        [(HdapService.Rrs, 0x0080)] = "registration answer",
        [(HdapService.Rrs, 0x0082)] = "status check answer",
        [(HdapService.Lp, 0xA001)] = "immediate request",
        [(HdapService.Lp, 0xA002)] = "immediate report",
        [(HdapService.Lp, 0xA003)] = "immediate report + RSSI",
        [(HdapService.Lp, 0xA004)] = "immediate report, variable data",
        [(HdapService.Lp, 0xB001)] = "emergency stop request",
        [(HdapService.Lp, 0xB002)] = "emergency stop answer",
        [(HdapService.Lp, 0xB003)] = "emergency report",
        [(HdapService.Lp, 0xB004)] = "emergency report, variable data",
        [(HdapService.Lp, 0xC001)] = "triggered request",
        [(HdapService.Lp, 0xC002)] = "triggered answer",
        [(HdapService.Lp, 0xC003)] = "triggered report",
        [(HdapService.Lp, 0xC004)] = "triggered stop",
        [(HdapService.Lp, 0xC005)] = "triggered stop answer",
        [(HdapService.Lp, 0xD001)] = "condition request",
        [(HdapService.Lp, 0xD002)] = "condition answer",
        [(HdapService.Lp, 0xD003)] = "condition report",
        [(HdapService.Lp, 0xD004)] = "condition report + RSSI",
        [(HdapService.Lp, 0xD005)] = "condition report, variable",
        [(HdapService.Lp, 0xD011)] = "quick-GPS request",
        [(HdapService.Lp, 0xD012)] = "quick-GPS answer",
        [(HdapService.Lp, 0xE001)] = "RSSI report configuration",
        [(HdapService.Lp, 0xE002)] = "RSSI report configuration answer",
        [(HdapService.Tmp, 0xA1)] = "private text",
        [(HdapService.Tmp, 0xA2)] = "private text ack",
        [(HdapService.Tmp, 0xB1)] = "group text",
        [(HdapService.Tmp, 0xB2)] = "group text ack",
        [(HdapService.Tmp, 0xAE)] = "private short data",
        [(HdapService.Tmp, 0xAF)] = "private short data ack",
        [(HdapService.Tmp, 0xBE)] = "group short data",
        [(HdapService.Tmp, 0xBF)] = "group short data ack",
        [(HdapService.Tmp, 0xAA)] = "work order",
        [(HdapService.Tmp, 0xAB)] = "work order",
        [(HdapService.Tmp, 0xAC)] = "work order",
        [(HdapService.Tmp, 0xAD)] = "work order",
        [(HdapService.Tmp, 0xBC)] = "work order",
        [(HdapService.Tmp, 0xBD)] = "work order",
        [(HdapService.Rcp, 0x0004)] = "identify",
        [(HdapService.Rcp, 0x0005)] = "repeater identification",
        [(HdapService.Rcp, 0x02D4)] = "repeater identification",
        [(HdapService.Rcp, 0x02D6)] = "repeater identification",
        [(HdapService.Rcp, 0x0041)] = "key operation",
        [(HdapService.Rcp, 0x00C4)] = "zone and channel",
        [(HdapService.Rcp, 0x00C6)] = "power-up check",
        [(HdapService.Rcp, 0x00E7)] = "read channel status or parameter",
        [(HdapService.Rcp, 0x0201)] = "read text item",
        [(HdapService.Rcp, 0x0452)] = "read radio id or radio IP",
        [(HdapService.Rcp, 0x0833)] = "radio check",
        [(HdapService.Rcp, 0x0834)] = "remote monitor",
        [(HdapService.Rcp, 0x0841)] = "call request",
        [(HdapService.Rcp, 0x0842)] = "clear call target",
        [(HdapService.Rcp, 0x0849)] = "radio disable",
        [(HdapService.Rcp, 0x084A)] = "radio enable",
        [(HdapService.Rcp, 0x0851)] = "emergency alarm with sender",
        [(HdapService.Rcp, 0x0853)] = "emergency cancel",
        [(HdapService.Rcp, 0x10C7)] = "enable status-change reports",
        [(HdapService.Rcp, 0x80C7)] = "enable status-change reports reply",
        [(HdapService.Rcp, 0x10C9)] = "enable broadcasts",
        [(HdapService.Rcp, 0x80C9)] = "enable broadcasts reply",
        [(HdapService.Rcp, 0x1847)] = "forward received messages",
        [(HdapService.Rcp, 0x8847)] = "forward received messages reply",
        [(HdapService.Rcp, 0xB0C8)] = "status report",
        [(HdapService.Rcp, 0xB843)] = "transmit status",
        [(HdapService.Rcp, 0xB844)] = "receive status",
        [(HdapService.Rcp, 0xB845)] = "repeater status",
        [(HdapService.Tp, 0xA001)] = "status request",
        [(HdapService.Tp, 0xA081)] = "report",
        [(HdapService.Tp, 0xA082)] = "extended report",
        [(HdapService.Tp, 0xB001)] = "control",
        [(HdapService.Tp, 0xB081)] = "answer",
        [(HdapService.Dtp, 0xA001)] = "start",
        [(HdapService.Dtp, 0xA002)] = "slice",
        [(HdapService.Dtp, 0xA003)] = "last",
        [(HdapService.Dtp, 0xA011)] = "start answer",
        [(HdapService.Dtp, 0xA012)] = "slice answer",
        [(HdapService.Dtp, 0xA013)] = "last answer",
    }.ToFrozenDictionary();

    /// <returns>Service and name, for example <c>RRS registration request</c>; the opcode in hex where it has none.</returns>
    public static string Of(HdapMessage message)
    {
        string service = message.Service.ToString().ToUpperInvariant();
        return Find(message) is { } name ? $"{service} {name}" : FormattableString.Invariant($"{service} 0x{message.Opcode:x4}");
    }

    private static string? Find(HdapMessage message)
    {
        int opcode = message.Service == HdapService.Tmp ? message.Opcode & 0xFF : message.Opcode;
        return message.Service == HdapService.Dds ? "delivery state"
            : s_names.TryGetValue((message.Service, opcode), out string? name) ? name
            : message.Service == HdapService.Rcp && opcode >= 0x8000 && s_names.TryGetValue((HdapService.Rcp, opcode - 0x8000), out name) ? name + " reply" : null;
    }
}
