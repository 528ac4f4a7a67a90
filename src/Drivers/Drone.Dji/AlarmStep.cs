namespace EdgeGateway.Drivers.Drone.Dji;

/// <summary>How far the telling of an alarm is.</summary>
internal enum AlarmStep
{
    Beginning,
    Stands,
    Ending,
}

/// <summary>An alarm that was told, or is about to be.</summary>
/// <param name="Alarm">Which.</param>
/// <param name="Since">When it began, in milliseconds since 1970 by the gateway's clock: part of its identifier.</param>
/// <param name="Step">How far.</param>
internal sealed record StandingAlarm(VehicleAlarm Alarm, long Since, AlarmStep Step)
{
    public string NativeId(bool begins) => FormattableString.Invariant($"{Alarm.Scope}/{Alarm.Key}/{Alarm.Severity}/{Since}/{(begins ? "begins" : "ends")}");
}
