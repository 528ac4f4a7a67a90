using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>An alarm of a port or of a value.</summary>
/// <param name="Scope">Whose list it stands in.</param>
/// <param name="Alarm">As <see cref="Protocol.Model.Sensors.SensorAlarmBody.Alarm"/>.</param>
/// <param name="Severity">As <see cref="Protocol.Model.Sensors.SensorAlarmBody.Severity"/>.</param>
/// <param name="Name">Which port or value, at most 64 characters.</param>
/// <param name="Value">What it was when it began.</param>
/// <param name="Unit">Of the value.</param>
/// <param name="Setting">Of a port: by which of the settings it is important, scrubbed; so it is known again when its row is gone.</param>
internal sealed record SensorAlarm(string Scope, string Alarm, string Severity, string Name, double? Value = null, string? Unit = null, string? Setting = null) : IAlarmIdentity
{
    public string Key => $"{Alarm}/{Name}";
}
