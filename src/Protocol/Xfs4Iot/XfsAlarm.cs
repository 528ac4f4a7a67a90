namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Something in a status that somebody must look at. That it is no more in the list does not say that it is over: <see cref="XfsAlarmView.IsOver"/> does.</summary>
/// <param name="Alarm">A word of <see cref="Model.Kiosks.KioskAlarmBody.Alarm"/>.</param>
/// <param name="Severity"><c>critical</c>, <c>major</c>, <c>minor</c>.</param>
/// <param name="Name">Which door, sensor or bin: its path behind the interface, or the unit.</param>
/// <param name="State">The device's own word.</param>
/// <param name="IsHushed">True for what a technician causes while he works: it must not begin now, and one that stands goes on.</param>
public sealed record XfsAlarm(string Alarm, string Severity, string Name, string State, bool IsHushed = false)
{
    /// <param name="status">All that is known of a service.</param>
    /// <param name="storage">Null where it has none.</param>
    /// <param name="isMaintenance">Then without jams, errors of the device and what was taken out; doors, sensors, fraud and the battery count even then.</param>
    /// <returns>Each alarm and name once; none that is hushed.</returns>
    public static IReadOnlyList<XfsAlarm> In(XfsTree status, XfsStorage? storage = null, bool isMaintenance = false) =>
        [.. XfsAlarmView.Of(status, storage, isMaintenance).All.Where(alarm => !alarm.IsHushed)];
}
