using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Protocol.Xfs4Iot;

/// <summary>The table of kiosk.md section 2.4: what the device says of itself, lowered by its parts, raised to maintenance by who works at it.</summary>
internal sealed class XfsJudgement
{
    private const string Critical = "critical";
    private const string Major = "major";
    private const string Minor = "minor";
    private const string Info = "info";

    /// <summary>From the best to the worst.</summary>
    private static readonly string[] s_order = [KioskWords.Ok, KioskWords.Starting, KioskWords.Warning, KioskWords.Fault, KioskWords.Absent, KioskWords.Offline, KioskWords.Alarm];

    private readonly List<KioskPart> _parts = [];
    private readonly List<string> _raw = [];
    private string _health = KioskWords.Ok;

    public static XfsHealth Of(XfsTree status, XfsStorage? storage, bool isMaintenance, bool isExpected)
    {
        var judgement = new XfsJudgement();
        bool isBusy = status.Is("common.device", "deviceBusy");
        string device = Device(status["common.device"]);
        judgement.Look(status);
        judgement.Look(storage ?? XfsStorage.Empty);
        string health = judgement.Sum(device, isMaintenance || XfsHealth.IsMaintenance(status));
        return new XfsHealth(health, Severity(health, isExpected), isBusy, judgement._parts, judgement._raw);
    }

    /// <summary>Who is offline or missing has no parts that could say more; where the device says nothing, nothing is known.</summary>
    private string Sum(string device, bool isMaintenance)
    {
        bool isSilent = device is KioskWords.Unknown or KioskWords.Starting;
        string worst = isSilent && _health != KioskWords.Alarm ? device : Worse(device, _health);
        bool isLighter = worst is KioskWords.Ok or KioskWords.Starting or KioskWords.Warning or KioskWords.Fault;
        return isMaintenance && isLighter ? KioskWords.Maintenance : worst;
    }

    private static string Device(XfsValue? device) => device switch
    {
        null => KioskWords.Unknown,
        { IsKnown: false } => KioskWords.Warning,
        { Text: var word } => word.ToLowerInvariant() switch
        {
            "online" or "devicebusy" => KioskWords.Ok,
            "starting" => KioskWords.Starting,
            "offline" or "poweroff" => KioskWords.Offline,
            "nodevice" => KioskWords.Absent,
            "hardwareerror" => KioskWords.Fault,
            "usererror" => KioskWords.Warning,
            _ => KioskWords.Alarm,
        },
    };

    private static string? Severity(string health, bool isExpected) => health switch
    {
        KioskWords.Alarm => Critical,
        KioskWords.Offline or KioskWords.Fault or KioskWords.Unknown => Major,
        KioskWords.Absent => isExpected ? Major : null,
        KioskWords.Warning => Minor,
        KioskWords.Starting or KioskWords.Maintenance => Info,
        _ => null,
    };

    private static string Worse(string one, string other) => Array.IndexOf(s_order, one) >= Array.IndexOf(s_order, other) ? one : other;

    private void Look(XfsTree status)
    {
        foreach (var (path, value) in status.Values)
        {
            var role = XfsTable.RowOf(path).Role;
            if (role is XfsRole.Part or XfsRole.Supply or XfsRole.Bin or XfsRole.Door or XfsRole.Sensor)
            {
                _parts.Add(new KioskPart(path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..], value.Text));
            }

            Take(path, value, XfsStateWords.Health(role, value));
        }
    }

    private void Look(XfsStorage storage)
    {
        foreach (var unit in storage.Units.Values)
        {
            if (unit.Status is { } state)
            {
                _parts.Add(new KioskPart(unit.Id, state.Text));
                Take(unit.Id, state, XfsStateWords.Health(XfsRole.Part, state));
            }

            if (unit.Replenishment is { } level)
            {
                Take($"{unit.Id}.replenishmentStatus", level, XfsStateWords.Health(unit));
            }
        }
    }

    private void Take(string name, XfsValue value, string health)
    {
        _health = Worse(_health, health);
        if (!value.IsKnown)
        {
            _raw.Add($"{name}: {value.Text}");
        }
    }
}
