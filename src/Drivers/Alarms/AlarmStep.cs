namespace EdgeGateway.Drivers.Alarms;

/// <summary>How far the telling of an alarm is.</summary>
public enum AlarmStep
{
    Beginning,
    Stands,
    Ending,
}
