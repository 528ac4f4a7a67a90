namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Location messages (pdt-radio.md section 6.2). Those with variable data have no public layout, but for the head of B004.</summary>
public enum LpOpcode : ushort
{
    ImmediateRequest = 0xA001,
    ImmediateReport = 0xA002,
    ImmediateReportRssi = 0xA003,
    ImmediateReportVariable = 0xA004,
    EmergencyStop = 0xB001,
    EmergencyStopAnswer = 0xB002,
    EmergencyReport = 0xB003,
    EmergencyReportVariable = 0xB004,
    TriggeredRequest = 0xC001,
    TriggeredAnswer = 0xC002,
    TriggeredReport = 0xC003,
    TriggeredStop = 0xC004,
    TriggeredStopAnswer = 0xC005,
    ConditionRequest = 0xD001,
    ConditionAnswer = 0xD002,
    ConditionReport = 0xD003,
    ConditionReportRssi = 0xD004,
    ConditionReportVariable = 0xD005,
    QuickRequest = 0xD011,
    QuickAnswer = 0xD012,
    RssiConfiguration = 0xE001,
    RssiConfigurationAnswer = 0xE002,
}
