using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Privacy;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>From the rows of supplies and trays to levels (RFC 3805 sections of prtMarkerSupplies and prtInput).</summary>
/// <param name="low">Percent at and below which a supply is low.</param>
internal sealed class PrinterSupplies(double low)
{
    private const int LongestText = 48;
    private const int Percent = 19;
    private const int Sheets = 8;
    private const int Whole = 100;

    public IEnumerable<SupplyLevel> Read(PrinterAnswers answers, string device, string module) =>
        PrinterAnswers.Of(answers.Supplies, device).Select(row => Supply(row, module)).Concat(PrinterAnswers.Of(answers.Inputs, device).Select(row => Tray(row, module)));

    /// <summary>The printer tells the room that is left in a receptacle; here it is told how full it is, as for every other thing that fills.</summary>
    private SupplyLevel Supply(SnmpRow row, string module)
    {
        bool fills = row.Whole(PrinterMib.SupplyClass) == PrinterWords.ReceptacleThatIsFilled;
        var level = PrinterLevel.Read(row.Whole(PrinterMib.SupplyLevel), row.Whole(PrinterMib.SupplyMaxCapacity));
        bool isPercent = row.Whole(PrinterMib.SupplyUnit) == Percent;
        double? left = level.Percent ?? (isPercent && level is { Capacity: null, Level: <= Whole } ? level.Level : null);
        string state = fills ? Filling(left, level) : Used(left, level);
        return new SupplyLevel(module, Name("supply", row, PrinterMib.SupplyDescription), PrinterWords.Supply(row.Whole(PrinterMib.SupplyType)), state, fills, fills ? Whole - left : left);
    }

    private SupplyLevel Tray(SnmpRow row, string module)
    {
        var level = PrinterLevel.Read(row.Whole(PrinterMib.InputCurrentLevel), row.Whole(PrinterMib.InputMaxCapacity));
        bool isSheets = row.Whole(PrinterMib.InputUnit) == Sheets;
        return new SupplyLevel(module, Name("tray", row, PrinterMib.InputName), "paper", Used(level.Percent, level), false, level.Percent, isSheets ? level.Level : null, isSheets ? level.Capacity : null);
    }

    private string Used(double? left, PrinterLevel level) => (left, level) switch
    {
        (_, { Level: 0 }) => "out",
        ({ } percent, _) => percent <= low ? "low" : KioskWords.Ok,
        (_, { IsSome: true } or { Level: > 0 }) => KioskWords.Ok,
        _ => KioskWords.Unknown,
    };

    private string Filling(double? room, PrinterLevel level) => (room, level) switch
    {
        (_, { Level: 0 }) => "full",
        ({ } percent, _) => percent <= low ? "high" : KioskWords.Ok,
        (_, { IsSome: true } or { Level: > 0 }) => KioskWords.Ok,
        _ => KioskWords.Unknown,
    };

    /// <summary>Numbered, because makers give two trays one name.</summary>
    private static string Name(string what, SnmpRow row, ObjectId column) =>
        FormattableString.Invariant($"{what}-{row.Last} {ScrubbedText.Of(row.Text(column), LongestText)}").TrimEnd();
}
