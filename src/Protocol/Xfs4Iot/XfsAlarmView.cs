namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>What a status and a storage say of alarms: those that are on, and of which others they say that they are over.</summary>
public sealed class XfsAlarmView
{
    private readonly XfsTree _status;
    private readonly XfsStorage _storage;
    private readonly XfsAlarmList _list;
    private readonly bool _hasStorage;

    private XfsAlarmView(XfsTree status, XfsStorage? storage, bool isMaintenance)
    {
        (_status, _storage, _hasStorage) = (status, storage ?? XfsStorage.Empty, storage is not null);
        _list = XfsAlarmList.Of(status, _storage, isMaintenance || XfsHealth.IsMaintenance(status));
    }

    /// <summary>Each alarm and name once, hushed ones too.</summary>
    public IReadOnlyList<XfsAlarm> All => _list.Alarms;

    /// <param name="status">All that is known of a service.</param>
    /// <param name="storage">Null where it has none, or has not told it yet.</param>
    /// <param name="isMaintenance">True while a technician has the kiosk, as another of its services says; this one's own word counts too.</param>
    public static XfsAlarmView Of(XfsTree status, XfsStorage? storage = null, bool isMaintenance = false) => new(status, storage, isMaintenance);

    /// <param name="alarm">Word of an alarm that was on.</param>
    /// <param name="name">Its <see cref="XfsAlarm.Name"/>.</param>
    /// <returns>
    /// True when the device says so: by another known word in its place, or because its unit or item is no more in a storage or list that was told whole.
    /// What is absent, unknown, withheld, hushed or broken says nothing.
    /// </returns>
    public bool IsOver(string alarm, string name) =>
        !All.Any(one => one.Alarm == alarm && one.Name == name) && (_list.Denies(alarm, name) || IsUnitGone(alarm, name) || _status.IsItemGone(name));

    private bool IsUnitGone(string alarm, string name)
    {
        bool isPath = alarm == "supply-out" && (name is "toner" or "ink" || name.StartsWith("paper.", StringComparison.OrdinalIgnoreCase));
        return alarm is "unit-manipulated" or "cash-box-removed" or "supply-out" && !isPath && _hasStorage && !_storage.Units.ContainsKey(name);
    }
}
