using System.Collections.Frozen;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Finds alarms in a status and a storage (kiosk.md sections 2.1 to 2.4 and 3.3).</summary>
internal sealed class XfsAlarmList
{
    private const string Critical = "critical";
    private const string Major = "major";
    private const string Minor = "minor";

    /// <summary>Words after which an alarm of the same place may still be on: a broken detector sees no skimmer, a tampered door may stand open.</summary>
    private static readonly FrozenSet<string> s_silent = FrozenSet.ToFrozenSet(
        ["unknown", "accessUnknown", "tampered", "manipulated", "missing", "inoperable", "inoperative", "inop"], StringComparer.OrdinalIgnoreCase);

    private readonly List<XfsAlarm> _alarms = [];

    /// <summary>Places whose word says which alarms are not on; of a unit with the alarm.</summary>
    private readonly HashSet<(string? Alarm, string Name)> _told = [];

    private readonly bool _isQuiet;

    private XfsAlarmList(bool isQuiet) => _isQuiet = isQuiet;

    public IReadOnlyList<XfsAlarm> Alarms => _alarms;

    public static XfsAlarmList Of(XfsTree status, XfsStorage storage, bool isQuiet)
    {
        var list = new XfsAlarmList(isQuiet);
        list.Whole(status);
        foreach (var (path, value) in status.Values)
        {
            list.Look(path, value);
        }

        list.Power(status);
        foreach (var unit in storage.Units.Values)
        {
            list.Look(unit);
        }

        return list;
    }

    public bool Denies(string alarm, string name) => _told.Contains((null, name)) || _told.Contains((alarm, name));

    private void Whole(XfsTree status)
    {
        foreach (string word in (string[])["fraudAttempt", "potentialFraud"])
        {
            Add(status.Is("common.device", word), "fraud", Critical, "device", word);
        }

        Add(status.Is("common.device", "hardwareError"), "device-error", Major, "device", "hardwareError", _isQuiet);
        Add(status.Is("common.antiFraudModule", "deviceDetected"), "skimmer", Critical, "antiFraudModule", "deviceDetected");
        Add(status.Is("cashAcceptor.stackerItems", "customerAccess"), "cash-reachable", Critical, "stackerItems", "customerAccess");
    }

    private void Look(string path, XfsValue value)
    {
        var role = XfsTable.RowOf(path).Role;
        string name = Name(path);
        bool isState = value.IsKnown && (role is XfsRole.Part or XfsRole.Door or XfsRole.Supply or XfsRole.Bin);
        Add(isState && XfsStateWords.Is(value, "tampered"), "tamper", Critical, name, value.Text);
        Add(isState && role == XfsRole.Door && XfsStateWords.Is(value, "open"), "door-open", name == "safeDoor" ? Critical : Major, name, value.Text);
        Add(role == XfsRole.Sensor && XfsStateWords.Is(value, "on"), Sensor(name), name.Contains("amper", StringComparison.Ordinal) ? Critical : Major, name, value.Text);
        Add(XfsStateWords.Is(value, "notEmptyCustomer"), "cash-reachable", Critical, name, value.Text);
        Add(isState && XfsStateWords.IsJammed(value), "jam", Major, name, value.Text, _isQuiet);
        Add(isState && role == XfsRole.Supply && XfsStateWords.Is(value, "out"), "supply-out", Major, name, value.Text, _isQuiet);
        Told(value, name);
    }

    /// <summary>The supply without a break says that it works from its battery, and that the battery ends.</summary>
    private void Power(XfsTree status)
    {
        bool isOn = status.Is("auxiliaries.UPS.engaged", "true") || status.Is("auxiliaries.UPS.powering", "true");
        bool isLow = status.Is("auxiliaries.UPS.low", "true");
        Add(isOn, "on-battery", isLow ? Major : Minor, "UPS", isLow ? "low" : "engaged");
        Told(status["auxiliaries.UPS.engaged"] ?? status["auxiliaries.UPS.powering"], "UPS");
    }

    private void Look(XfsUnit unit)
    {
        Add(unit.Status is { IsKnown: true } && XfsStateWords.Is(unit.Status, "manipulated"), "unit-manipulated", Critical, unit.Id, "manipulated");
        Add(unit.Content == "cash" && XfsStateWords.Is(unit.Status, "missing"), "cash-box-removed", Critical, unit.Id, "missing", _isQuiet);
        Add(!unit.Fills && XfsStateWords.Is(unit.Replenishment, "empty"), "supply-out", Major, unit.Id, "empty", _isQuiet);
        Told(unit.Status, unit.Id, "unit-manipulated");
        Told(unit.Status, unit.Id, "cash-box-removed");
        Told(unit.Replenishment, unit.Id, "supply-out");
    }

    private static string Sensor(string name) => name switch
    {
        "seismicSensor" => "tilt",
        "heatSensor" => "heat",
        _ => "tamper",
    };

    /// <summary>Behind the interface, so that two positions of one device have two names.</summary>
    private static string Name(string path) => path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private void Told(XfsValue? value, string name, string? alarm = null)
    {
        if (value is { IsKnown: true } known && !s_silent.Contains(known.Text))
        {
            _told.Add((alarm, name));
        }
    }

    private void Add(bool isSo, string alarm, string severity, string name, string state, bool isHushed = false)
    {
        if (isSo)
        {
            _alarms.Add(new XfsAlarm(alarm, severity, name, state, isHushed));
        }
    }
}
