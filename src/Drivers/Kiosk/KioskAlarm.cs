using EdgeGateway.Drivers.Alarms;

namespace EdgeGateway.Drivers.Kiosk;

/// <summary>An alarm that a kiosk tells and that begins and ends.</summary>
/// <param name="Scope">Whose list it stands in, usually the module; a complete list of a scope ends what it does not hold. At most 64 characters.</param>
/// <param name="Alarm">As <see cref="Protocol.Model.Kiosks.KioskAlarmBody.Alarm"/>.</param>
/// <param name="Severity">As <see cref="Protocol.Model.Kiosks.KioskAlarmBody.Severity"/>; one that changes begins anew.</param>
/// <param name="Module">In which part of the kiosk, at most 64 characters; null for the kiosk itself.</param>
/// <param name="Name">Which door, sensor or bin, at most 64 characters.</param>
/// <param name="Code">The vendor's own code, at most 64 characters.</param>
/// <param name="Text">The vendor's text, scrubbed, at most 200 characters.</param>
public sealed record KioskAlarm(string Scope, string Alarm, string Severity, string? Module = null, string? Name = null, string? Code = null, string? Text = null) : IAlarmIdentity
{
    /// <summary>Two errors of one part are told apart by their codes.</summary>
    public string Key => $"{Alarm}/{Name ?? Code}";
}
