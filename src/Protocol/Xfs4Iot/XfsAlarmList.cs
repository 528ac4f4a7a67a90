namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>Finds alarms in a status and a storage (kiosk.md sections 2.1 to 2.4 and 3.3).</summary>
internal sealed class XfsAlarmList
{
    private const string Critical = "critical";
    private const string Major = "major";
    private const string Minor = "minor";

    private readonly List<XfsAlarm> _alarms = [];

    public static IReadOnlyList<XfsAlarm> Of(XfsTree status, XfsStorage? storage, bool isMaintenance)
    {
        var list = new XfsAlarmList();
        bool isQuiet = isMaintenance || XfsHealth.IsMaintenance(status);
        list.Whole(status, isQuiet);
        foreach (var (path, value) in status.Values)
        {
            list.Look(path, value, isQuiet);
        }

        list.Power(status);
        foreach (var unit in (storage ?? XfsStorage.Empty).Units.Values)
        {
            list.Look(unit, isQuiet);
        }

        return list._alarms;
    }

    private void Whole(XfsTree status, bool isQuiet)
    {
        foreach (string word in (string[])["fraudAttempt", "potentialFraud"])
        {
            Add(status.Is("common.device", word), "fraud", Critical, "device", word);
        }

        Add(!isQuiet && status.Is("common.device", "hardwareError"), "device-error", Major, "device", "hardwareError");
        Add(status.Is("common.antiFraudModule", "deviceDetected"), "skimmer", Critical, "antiFraudModule", "deviceDetected");
        Add(status.Is("cashAcceptor.stackerItems", "customerAccess"), "cash-reachable", Critical, "stackerItems", "customerAccess");
    }

    private void Look(string path, XfsValue value, bool isQuiet)
    {
        var role = XfsTable.RowOf(path).Role;
        string name = Name(path);
        bool isState = value.IsKnown && (role is XfsRole.Part or XfsRole.Door or XfsRole.Supply or XfsRole.Bin);
        Add(isState && XfsStateWords.Is(value, "tampered"), "tamper", Critical, name, value.Text);
        Add(isState && role == XfsRole.Door && XfsStateWords.Is(value, "open"), "door-open", name == "safeDoor" ? Critical : Major, name, value.Text);
        Add(role == XfsRole.Sensor && XfsStateWords.Is(value, "on"), Sensor(name), name.Contains("amper", StringComparison.Ordinal) ? Critical : Major, name, value.Text);
        Add(XfsStateWords.Is(value, "notEmptyCustomer"), "cash-reachable", Critical, name, value.Text);
        Add(!isQuiet && isState && XfsStateWords.IsJammed(value), "jam", Major, name, value.Text);
        Add(!isQuiet && isState && role == XfsRole.Supply && XfsStateWords.Is(value, "out"), "supply-out", Major, name, value.Text);
    }

    /// <summary>The supply without a break says that it works from its battery, and that the battery ends.</summary>
    private void Power(XfsTree status)
    {
        bool isOn = status.Is("auxiliaries.UPS.engaged", "true") || status.Is("auxiliaries.UPS.powering", "true");
        bool isLow = status.Is("auxiliaries.UPS.low", "true");
        Add(isOn, "on-battery", isLow ? Major : Minor, "UPS", isLow ? "low" : "engaged");
    }

    private void Look(XfsUnit unit, bool isQuiet)
    {
        Add(unit.Status is { IsKnown: true } && XfsStateWords.Is(unit.Status, "manipulated"), "unit-manipulated", Critical, unit.Id, "manipulated");
        Add(!isQuiet && unit.Content == "cash" && XfsStateWords.Is(unit.Status, "missing"), "cash-box-removed", Critical, unit.Id, "missing");
        Add(!isQuiet && !unit.Fills && XfsStateWords.Is(unit.Replenishment, "empty"), "supply-out", Major, unit.Id, "empty");
    }

    private static string Sensor(string name) => name switch
    {
        "seismicSensor" => "tilt",
        "heatSensor" => "heat",
        _ => "tamper",
    };

    /// <summary>Behind the interface, so that two positions of one device have two names.</summary>
    private static string Name(string path) => path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..];

    private void Add(bool isSo, string alarm, string severity, string name, string state)
    {
        if (isSo)
        {
            _alarms.Add(new XfsAlarm(alarm, severity, name, state));
        }
    }
}
