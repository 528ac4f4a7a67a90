namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Location (pdt-radio.md section 6).</summary>
/// <param name="Kind">The opcode.</param>
/// <param name="RequestId">Of the question and its answers; null in emergency reports, which have none.</param>
/// <param name="Radio">Whose place.</param>
public abstract record LpContent(LpOpcode Kind, uint? RequestId, RadioIp Radio) : HdapContent
{
    public override HdapService Service => HdapService.Lp;

    public override ushort Opcode => (ushort)Kind;

    internal static HdapContent? Of(LpOpcode kind, ref PayloadReader fields) => kind switch
    {
        LpOpcode.ImmediateRequest => new LpImmediateRequest(fields.U32(), fields.Radio(), fields.Left > 0 ? fields.U8() : null),
        LpOpcode.ImmediateReport or LpOpcode.ImmediateReportRssi or LpOpcode.TriggeredReport or LpOpcode.ConditionReport or LpOpcode.ConditionReportRssi or LpOpcode.EmergencyReport =>
            LpReport.From(kind, ref fields),
        LpOpcode.EmergencyReportVariable => new LpEmergencyVariable(fields.Radio(), fields.U8(), fields.U8(), fields.Rest()),
        LpOpcode.EmergencyStop or LpOpcode.TriggeredStop => new LpStop(kind, fields.U32(), fields.Radio()),
        LpOpcode.EmergencyStopAnswer or LpOpcode.TriggeredAnswer or LpOpcode.TriggeredStopAnswer or LpOpcode.RssiConfigurationAnswer =>
            new LpAnswer(kind, fields.U32(), fields.Radio(), null, fields.U16()),
        LpOpcode.ConditionAnswer or LpOpcode.QuickAnswer => new LpAnswer(kind, fields.U32(), fields.Radio(), fields.U8(), fields.U16()),
        LpOpcode.TriggeredRequest => new LpTriggeredRequest(fields.U32(), fields.Radio(), fields.Ascii(14), fields.Ascii(14), fields.Ascii(8)),
        LpOpcode.ConditionRequest => LpConditionRequest.From(ref fields),
        LpOpcode.QuickRequest => LpQuickRequest.From(ref fields),
        LpOpcode.RssiConfiguration => new LpRssiConfiguration(fields.U32(), fields.Radio(), fields.U16()),
        _ => null,
    };

    /// <summary>The request id, when there is one, and the radio.</summary>
    private protected PayloadWriter WriteHead(PayloadWriter payload) => (RequestId is { } id ? payload.U32(id) : payload).Radio(Radio);
}
