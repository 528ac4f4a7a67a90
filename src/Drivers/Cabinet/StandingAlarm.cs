namespace EdgeGateway.Drivers.Cabinet;

/// <summary>An alarm that was begun and is not over.</summary>
/// <param name="Sign">What it is.</param>
/// <param name="Since">When it began, gateway time; it names the alarm for ever.</param>
/// <param name="AtNight">Null in a memory that does not tell.</param>
/// <param name="Step">How far telling it has come.</param>
internal sealed record StandingAlarm(CabinetSign Sign, DateTimeOffset Since, bool? AtNight, AlarmStep Step)
{
    /// <summary>Alarms are told apart by what and which.</summary>
    public (string Alarm, string Name) Key => (Sign.Alarm, Sign.Name);
}

/// <summary>How far the telling of an alarm has come; noted before each step, so that a crash in between repeats it under the same id.</summary>
internal enum AlarmStep
{
    /// <summary>About to be told, or told.</summary>
    Beginning,

    /// <summary>Certainly told.</summary>
    Stands,

    /// <summary>Its end is about to be told, or told.</summary>
    Ending,
}
