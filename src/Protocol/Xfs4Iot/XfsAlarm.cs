namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Something in a status that somebody must look at; while it is in the list it is on, when it is no more in it, it is over.</summary>
/// <param name="Alarm">A word of <see cref="Model.Kiosks.KioskAlarmBody.Alarm"/>.</param>
/// <param name="Severity"><c>critical</c>, <c>major</c>, <c>minor</c>.</param>
/// <param name="Name">Which door, sensor or bin: its path behind the interface, or the unit.</param>
/// <param name="State">The device's own word.</param>
public sealed record XfsAlarm(string Alarm, string Severity, string Name, string State)
{
    /// <param name="status">All that is known of a service.</param>
    /// <param name="storage">Null where it has none.</param>
    /// <param name="isMaintenance">Then only what nobody may do even then: cover a slot, break a door.</param>
    /// <returns>Each alarm and name once.</returns>
    public static IReadOnlyList<XfsAlarm> In(XfsTree status, XfsStorage? storage = null, bool isMaintenance = false) => XfsAlarmList.Of(status, storage, isMaintenance);
}
