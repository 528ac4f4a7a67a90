using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What one message says about an emergency (pdt-radio.md section 8.3).</summary>
/// <param name="Kind"><c>alarm</c>, <c>call</c> or <c>manDown</c>.</param>
/// <param name="Ends">It is over, explicitly.</param>
/// <param name="Evidence">The message in the protocol's own names.</param>
/// <param name="Verified">False when no public capture confirms the layout; null when one does, though none of an emergency.</param>
/// <param name="Weak">It also follows an emergency that is over, as the end of its call does: it starts none by itself right after an end.</param>
internal sealed record EmergencySign(string Kind, bool Ends, string Evidence, bool? Verified = null, bool Weak = false)
{
    public const string Alarm = "alarm";

    public const string Call = "call";

    public const string ManDown = "manDown";

    public GeoPosition? Position { get; init; }

    public RadioIdentity? Target { get; init; }

    /// <returns>Null when the message says nothing of that sort.</returns>
    public static EmergencySign? Of(HdapContent content, RadioVia via) => content switch
    {
        LpReport { Kind: LpOpcode.EmergencyReport } report =>
            new EmergencySign(Alarm, false, $"LP b003 type {report.EmergencyType}", Verified: false) { Position = LpReadings.PlaceOf(report) },
        LpEmergencyVariable report => new EmergencySign(Alarm, false, $"LP b004 type {report.EmergencyType}", Verified: false),
        _ when IsReportOfAnotherSize(content) => new EmergencySign(Alarm, false, FormattableString.Invariant($"LP {content.Opcode:x4} of another size"), Verified: false),
        RcpCallStatus call => OfCall(call, via),
        RcpRepeaterStatus { CallType: var type } repeater when KindOf(type) is { } kind =>
            new EmergencySign(kind, false, $"RCP b845 call type {(int)type}", Weak: true) { Target = TargetOf(type, repeater.Target, via) },
        RcpStatusReport { Item: RcpStatusItem.Emergency } report => new EmergencySign(Alarm, report.Value == 0, "RCP b0c8 item 9"),
        RcpStatusReport { Item: RcpStatusItem.ManDown } report => new EmergencySign(ManDown, report.Value == 0, "RCP b0c8 item 14"),
        _ => null,
    };

    /// <summary>The sizes of these reports are nobody's capture: one that is shorter than ours still begins with who is in need, and is no less a cry.</summary>
    public static bool IsReportOfAnotherSize(HdapContent content) =>
        content is UnreadContent { Service: HdapService.Lp, Opcode: (ushort)LpOpcode.EmergencyReport or (ushort)LpOpcode.EmergencyReportVariable, Message.Payload.Length: >= 4 };

    private static EmergencySign? OfCall(RcpCallStatus call, RadioVia via)
    {
        string name = FormattableString.Invariant($"RCP {call.Opcode:x4}");

        // The own radio's transmit status has no capture at all; not to raise on it would leave out the one who stands beside.
        bool? verified = call.IsOwn ? false : null;
        if (call.Process == RcpProcess.EmergencyLeft)
        {
            return new EmergencySign(Alarm, true, name + " process 10", verified);
        }

        bool silent = call.Process == RcpProcess.EmergencyInSilence;
        bool weak = call.Process is not (RcpProcess.Voice or RcpProcess.EmergencyInSilence or RcpProcess.Duplex);
        return KindOf(call.CallType) is { } kind
            ? new EmergencySign(kind, false, $"{name} call type {(int)call.CallType}", verified, weak) { Target = TargetOf(call.CallType, call.Target, via) }
            : silent ? new EmergencySign(Alarm, false, name + " process 17", false) : null;
    }

    private static string? KindOf(RcpCallType type) => type switch
    {
        RcpCallType.EmergencyAlarm => Alarm,
        RcpCallType.EmergencyGroup or RcpCallType.EmergencyAlarmCall => Call,
        _ => null,
    };

    private static RadioIdentity TargetOf(RcpCallType type, uint target, RadioVia via) => via.Who(target & RadioIp.HighestId, RcpReadings.TargetKindOf(type));
}
