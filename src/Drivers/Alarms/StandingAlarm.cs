using System.Text.Json.Serialization;

namespace EdgeGateway.Drivers.Alarms;

/// <summary>An alarm that was told, or is about to be.</summary>
/// <param name="Alarm">Which.</param>
/// <param name="Mark">What names the message that began it, or that ends it: part of its identifier.</param>
/// <param name="Since">When that was, in milliseconds since 1970 by the gateway's clock: a device that is started again may use its names again.</param>
/// <param name="Step">How far the telling is.</param>
/// <param name="Returns">How often at least it was over and came back since it began, and neither was told; null: never.</param>
public sealed record StandingAlarm<TAlarm>(TAlarm Alarm, string Mark, long Since, AlarmStep Step, int? Returns = null)
    where TAlarm : class, IAlarmIdentity
{
    /// <summary>What it is among the alarms of its device.</summary>
    [JsonIgnore]
    public (string Scope, string Key) Identity => (Alarm.Scope, Alarm.Key);

    /// <summary>What it is called.</summary>
    [JsonIgnore]
    public string NativeId => $"{Alarm.Scope}/{Alarm.Key}/{(Step == AlarmStep.Ending ? "ends" : "begins")}/{Mark}";

    /// <summary>The same however often it is told, and of no other.</summary>
    [JsonIgnore]
    public string RepeatKey => FormattableString.Invariant($"{NativeId}\n{Since}");

    public bool Is(TAlarm other) => Alarm.Scope == other.Scope && Alarm.Key == other.Key && Alarm.Severity == other.Severity;
}
