using EdgeGateway.Protocol.Privacy;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>One row of prtAlertTable.</summary>
/// <param name="Group">Which sort of part it is about.</param>
/// <param name="GroupIndex">Which one of it; null for none.</param>
/// <param name="Code">PrtAlertCodeTC, as sent.</param>
/// <param name="IsCritical">The printer stands still.</param>
/// <param name="Text">The printer's own words, scrubbed.</param>
internal sealed record PrinterAlert(long? Group, long? GroupIndex, long Code, bool IsCritical, string? Text)
{
    private const int Critical = 3;

    /// <summary>Where a code is missing; PrtAlertCodeTC calls it other.</summary>
    private const int Other = 1;

    public bool IsNotice => !IsCritical && PrinterWords.IsNotice(PrinterWords.GenericCode(Code));

    /// <summary>For example <c>alert.input.2</c>.</summary>
    public string Name => GroupIndex is >= 0 ? FormattableString.Invariant($"alert.{PrinterWords.Group(Group)}.{GroupIndex}") : $"alert.{PrinterWords.Group(Group)}";

    /// <summary>Severity and code, for example <c>critical-8</c>.</summary>
    public string State => FormattableString.Invariant($"{(IsCritical ? "critical" : "warning")}-{Code}");

    public static PrinterAlert Read(SnmpRow row) => new(
        row.Whole(PrinterMib.AlertGroup),
        row.Whole(PrinterMib.AlertGroupIndex),
        row.Whole(PrinterMib.AlertCode) ?? Other,
        row.Whole(PrinterMib.AlertSeverity) == Critical,
        ScrubbedText.Of(row.Text(PrinterMib.AlertDescription)));
}
