using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Plates;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>From the messages of a kiosk's own software to readings (kiosk.md sections 2.4, 3.1 and 3.3).</summary>
internal static class KioskApplicationMapping
{
    public const string DriverName = "kiosk-application";

    private const string Critical = "critical";
    private const string Major = "major";
    private const string Minor = "minor";
    private const string Info = "info";
    private const string DeviceError = "device-error";

    /// <summary>Older than what a link delays: it comes from the kiosk's memory.</summary>
    private static readonly TimeSpan s_old = TimeSpan.FromSeconds(120);

    private static readonly string[] s_critical = ["tamper", "skimmer", "fraud", "cash-reachable", "cash-box-removed", "unit-manipulated"];

    private static readonly string[] s_filling = ["retain-bin", "cash-box"];

    public static KioskMoment Moment(KioskMessage message, DateTimeOffset received, bool isResync)
    {
        var flags = new FlagList();
        if (message.Time is { } time)
        {
            flags.Add(time.ZoneAssumed, "ZONE_ASSUMED");
            flags.AddRange(ClockDoubt.Flags(time.Time, received, received - time.Time > s_old));
        }

        flags.AddRange(message.Doubts.Select(doubt => doubt.ToUpperInvariant().Replace('-', '_')));
        return new KioskMoment(message.Time?.Time, isResync ? KioskWords.Resync : null, flags.OrNull());
    }

    /// <param name="said">As read.</param>
    /// <param name="catalogue">Of the site.</param>
    /// <param name="session">What the session is called outside.</param>
    public static KioskTransactionBody Transaction(KioskTransaction said, BusinessCatalogue catalogue, SessionName session)
    {
        var (business, raw) = catalogue.Find(said.Business);
        var flags = new FlagList();
        flags.Add(session.IsHashed, "SESSION_HASHED");
        flags.Add(raw is not null && raw != said.Business, "BUSINESS_SCRUBBED");
        return new KioskTransactionBody
        {
            Session = session.Text,
            Business = business,
            BusinessRaw = raw,
            Outcome = said.Outcome,
            Reason = said.Reason,
            Began = said.Began is { } began ? UtcMilliseconds.Text(began.Time) : null,
            DurationMs = said.DurationMs,
            Steps = said.Steps is { } steps ? [.. steps.Select(step => new KioskStep(step.Step, step.DurationMs, step.Result))] : null,
            PaymentChannel = said.PaymentChannel,
            PaymentResult = said.PaymentResult,
            AmountFen = said.AmountFen,
            MediaIssued = said.MediaIssued,
            MediaRetained = said.MediaRetained,
            Flags = flags.OrNull(),
            Source = new SourceInfo($"transaction/{session.Text}"),
        };
    }

    /// <param name="said">As read.</param>
    /// <param name="restarted">Totals that are smaller than before.</param>
    public static KioskCounterBody Counter(KioskCounters said, IReadOnlyList<string> restarted) => new()
    {
        Sessions = Total(said, "sessions"),
        Prints = Total(said, "prints"),
        CardsIssued = Total(said, "cardsIssued"),
        CardsRetained = Total(said, "cardsRetained"),
        Cuts = Total(said, "cuts"),
        Jams = Total(said, "jams"),
        Opens = Total(said, "opens"),
        PowerOns = Total(said, "powerOns"),
        Restarted = restarted.Count > 0 ? restarted : null,
        Source = said.Time is { } time ? new SourceInfo($"counters/{UtcMilliseconds.Text(time.Time)}") : null,
    };

    /// <param name="said">As read.</param>
    /// <param name="alarms">Those that it has now.</param>
    public static KioskModuleBody Module(KioskModuleSaid said, IEnumerable<KioskAlarm> alarms)
    {
        var (health, severity) = alarms.Any(alarm => alarm.Severity == Critical) ? (KioskWords.Alarm, Critical) : Health(said.Status);
        return new KioskModuleBody
        {
            Module = said.Module,
            Class = said.Class ?? KioskWords.Unknown,
            Health = health,
            Severity = severity,
            Busy = said.Status == 3 ? true : null,
            Parts = said.Parts is { Count: > 0 } parts ? parts : null,
            Raw = said.Status is < -1 or > 4 ? [FormattableString.Invariant($"status:{said.Status}")] : null,
            VendorCode = said.Code,
        };
    }

    /// <summary>
    /// Alarms that a module has now. What stood is over only by a word that says so: a complete list without it, or, of the fault that a code alone told, a code of a module that works.
    /// </summary>
    /// <param name="said">As read; one in fault that says nothing of alarms has one all the same.</param>
    /// <param name="standing">What it had before.</param>
    public static IReadOnlyList<KioskAlarm> Alarms(KioskModuleSaid said, IReadOnlyCollection<KioskAlarm> standing)
    {
        if (said.Alarms is { } alarms)
        {
            return [.. Alarms(alarms, said.Module, said.Module), .. said.AlarmsAreCut ? standing : []];
        }

        return said.Status switch
        {
            0 or 1 or 3 => [.. standing.Where(alarm => !IsOfCode(alarm))],
            2 when said.Code is not null || !standing.Any(IsOfCode) =>
                [new KioskAlarm(said.Module, DeviceError, Major, said.Module, Code: said.Code), .. standing.Where(alarm => !IsOfCode(alarm))],
            _ => [.. standing],
        };
    }

    /// <param name="alarms">As read.</param>
    /// <param name="scope">Whose list it is.</param>
    /// <param name="module">Null for the kiosk as a whole.</param>
    public static IReadOnlyList<KioskAlarm> Alarms(IEnumerable<KioskTrouble> alarms, string scope, string? module) =>
        [.. alarms.Select(alarm => new KioskAlarm(scope, alarm.Alarm, Severity(alarm.Alarm), module, alarm.Name, alarm.Code))];

    public static SupplyLevel Level(KioskSupplySaid said) =>
        new(said.Module, said.Name, said.Supply, said.State, said.Fills ?? (s_filling.Contains(said.Supply) ? true : null), said.Percent, said.Count, said.Capacity);

    /// <summary>The alarm that a supply is, whether it is one now or not; null where its state does not say.</summary>
    /// <param name="said">As read.</param>
    /// <param name="scope">Whose list it stands in.</param>
    public static (KioskAlarm Alarm, bool? IsActive) SupplyAlarm(KioskSupplySaid said, string scope)
    {
        bool isBox = said.Supply == "cash-box";
        string alarm = isBox ? "cash-box-removed" : "supply-out";
        bool? isActive = said.State switch
        {
            "missing" => true,
            "out" => !isBox,
            "ok" or "low" or "high" or "full" or "fading" => false,
            _ => null,
        };
        return (new KioskAlarm(scope, alarm, Severity(alarm), said.Module, said.Name), isActive);
    }

    /// <summary>Told by the code of a module, not by a list: that has no name.</summary>
    private static bool IsOfCode(KioskAlarm alarm) => alarm is { Alarm: DeviceError, Name: null };

    private static string Severity(string alarm) => s_critical.Contains(alarm) ? Critical : alarm == "on-battery" ? Minor : Major;

    /// <summary>The code of the runtime (kiosk.md section 3.1) by the table of section 2.4; -1 says starting and unknown in one.</summary>
    private static (string Health, string? Severity) Health(int status) => status switch
    {
        0 or 3 => (KioskWords.Ok, null),
        -1 => (KioskWords.Starting, Info),
        1 => (KioskWords.Warning, Minor),
        2 => (KioskWords.Fault, Major),
        4 => (KioskWords.Maintenance, Info),
        _ => (KioskWords.Warning, Minor),
    };

    private static long? Total(KioskCounters said, string name) => said.Totals.TryGetValue(name, out long total) ? total : null;
}
