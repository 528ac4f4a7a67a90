namespace EdgeGateway.Drivers.Alarms;

/// <summary>How far the telling of an alarm is.</summary>
internal enum AlarmStep
{
    Beginning,
    Stands,
    Ending,
}
