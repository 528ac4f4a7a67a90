namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Open: other values are kept. From 9 on only repeaters tell them.</summary>
public enum RcpCallType : ushort
{
    Private = 0,
    Group = 1,
    All = 2,
    EmergencyGroup = 3,
    RemoteMonitor = 4,
    EmergencyAlarm = 5,
    PriorityPrivate = 6,
    PriorityGroup = 7,
    PriorityAll = 8,
    Dispatch = 9,
    Pc = 0x0A,
    Alert = 0x0B,
    EmergencyAlarmCall = 0x0C,
    Check = 0x0D,
    Enable = 0x0E,
    Disable = 0x0F,
}
