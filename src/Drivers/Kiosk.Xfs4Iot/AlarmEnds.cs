using EdgeGateway.Protocol.Xfs4Iot;

namespace EdgeGateway.Drivers.Kiosk.Xfs4Iot;

/// <summary>
/// Whether a service says that an alarm is over. Absent is not over, nor is a word that nobody knows (kiosk.md section 1.2): only a known word of the same part that is
/// another than the one that began it, or a unit that a whole storage no longer has.
/// </summary>
internal static class AlarmEnds
{
    private const string Battery = "on-battery";
    private const string SupplyOut = "supply-out";

    /// <summary>Known words that say nothing.</summary>
    private static readonly string[] s_dumb = ["unknown", "undefined", "notSupported"];

    /// <param name="alarm">One that stands; its text is the word that began it.</param>
    /// <param name="book">Of its module.</param>
    public static bool IsOver(KioskAlarm alarm, ModuleBook book)
    {
        if (alarm.Alarm == Battery)
        {
            return new[] { book.Tree["auxiliaries.UPS.engaged"], book.Tree["auxiliaries.UPS.powering"] } is var flags && flags.Any(flag => flag is not null) && flags.All(flag => flag?.Flag != true);
        }

        if (book.Tree.Values.Where(entry => IsPart(entry.Key, alarm.Name)).Select(entry => (XfsValue?)entry.Value).FirstOrDefault() is { } value)
        {
            return IsOther(value, alarm);
        }

        if (book.HasWholeStorage && IsUnit(alarm))
        {
            return !book.Storage!.Units.TryGetValue(alarm.Name!, out var unit) || ((alarm.Alarm == SupplyOut ? unit.Replenishment : unit.Status) is { } state && IsOther(state, alarm));
        }

        return false;
    }

    /// <summary>Trays and the like are parts of a status: that a storage does not have them says nothing.</summary>
    private static bool IsUnit(KioskAlarm alarm) => alarm.Alarm is "unit-manipulated" or "cash-box-removed"
        || (alarm is { Alarm: SupplyOut, Name: { } name } && name is not ("toner" or "ink" or "lamp") && !name.Contains('.', StringComparison.Ordinal));

    private static bool IsPart(string path, string? name) => name is not null && path.AsSpan(path.IndexOf('.', StringComparison.Ordinal) + 1).Equals(name, StringComparison.OrdinalIgnoreCase);

    private static bool IsOther(XfsValue value, KioskAlarm alarm) =>
        value.IsKnown && !value.Text.Equals(alarm.Text, StringComparison.OrdinalIgnoreCase) && !s_dumb.Contains(value.Text, StringComparer.OrdinalIgnoreCase);
}
