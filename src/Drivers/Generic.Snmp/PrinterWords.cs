using EdgeGateway.Protocol.Model.Kiosks;
using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Numbers of RFC 3805, RFC 2790 and the IANA-PRINTER-MIB as words. What no table knows stays visible as its number.</summary>
internal static class PrinterWords
{
    public const int ReceptacleThatIsFilled = 4;

    private const int FirstFinisherCode = 30_200;
    private const int LastFinisherCode = 32_000;
    private const int FinisherStep = 100;

    private static readonly Dictionary<long, string> s_supplies = new()
    {
        [3] = "toner",
        [4] = "waste-toner",
        [5] = "ink",
        [6] = "ink",
        [7] = "ribbon",
        [8] = "waste-ink",
        [9] = "drum",
        [10] = "developer",
        [11] = "fuser-oil",
        [12] = "solid-wax",
        [13] = "ribbon",
        [14] = "waste-wax",
        [15] = "fuser",
        [16] = "corona-wire",
        [17] = "fuser-oil",
        [18] = "cleaner",
        [19] = "cleaner",
        [20] = "transfer-unit",
        [21] = "toner",
        [22] = "fuser-oil",
        [26] = "waste-paper",
        [32] = "staples",
        [35] = "toner",
        [36] = "ink",
    };

    private static readonly Dictionary<PrinterError, string> s_errors = new()
    {
        [PrinterError.LowPaper] = KioskWords.Warning,
        [PrinterError.NoPaper] = KioskWords.Fault,
        [PrinterError.LowToner] = KioskWords.Warning,
        [PrinterError.NoToner] = KioskWords.Fault,
        [PrinterError.DoorOpen] = KioskWords.Fault,
        [PrinterError.Jammed] = KioskWords.Fault,
        [PrinterError.Offline] = KioskWords.Offline,
        [PrinterError.ServiceRequested] = KioskWords.Warning,
        [PrinterError.InputTrayMissing] = KioskWords.Warning,
        [PrinterError.OutputTrayMissing] = KioskWords.Warning,
        [PrinterError.MarkerSupplyMissing] = KioskWords.Warning,
        [PrinterError.OutputNearFull] = KioskWords.Warning,
        [PrinterError.OutputFull] = KioskWords.Warning,
        [PrinterError.InputTrayEmpty] = KioskWords.Warning,
        [PrinterError.OverduePreventMaint] = KioskWords.Warning,
    };

    private static readonly Dictionary<long, string> s_groups = new()
    {
        [3] = "storage",
        [4] = "device",
        [5] = "printer",
        [6] = "cover",
        [8] = "input",
        [9] = "output",
        [10] = "marker",
        [11] = "supply",
        [13] = "media-path",
        [14] = "channel",
        [15] = "interpreter",
        [16] = "console",
        [17] = "console",
        [30] = "finisher",
        [31] = "finisher",
        [32] = "finisher",
    };

    /// <summary>Alerts that tell of nothing wrong: covers and parts put back, sleep, warming up, another sort of paper.</summary>
    private static readonly HashSet<long> s_notices =
        [4, 6, 7, 19, 20, 23, 24, 25, 27, 28, 502, 503, 504, 505, 506, 507, 802, 803, 804, 805, 806, 1501, 1502, 1503, 1504, 1505, 1506, 1801];

    public static string Supply(long? type) => type is { } number ? s_supplies.GetValueOrDefault(number) ?? FormattableString.Invariant($"supply-{number}") : "supply";

    /// <returns>What the bit makes of the printer (RFC 2790, hrPrinterDetectedErrorState); null for one that is not known.</returns>
    public static string? Health(PrinterError error) => s_errors.GetValueOrDefault(error);

    public static string Group(long? group) => group is { } number ? s_groups.GetValueOrDefault(number) ?? FormattableString.Invariant($"group-{number}") : "printer";

    public static string Cover(long status) => status switch
    {
        1 => "other",
        2 => "unknown",
        3 => "coverOpen",
        4 => "coverClosed",
        5 => "interlockOpen",
        6 => "interlockClosed",
        _ => FormattableString.Invariant($"{status}"),
    };

    public static bool IsOpen(long status) => status is 3 or 5;

    public static string Status(long status) => status switch
    {
        1 => "other",
        2 => "unknown",
        3 => "idle",
        4 => "printing",
        5 => "warmup",
        _ => FormattableString.Invariant($"{status}"),
    };

    /// <summary>Finishers have the codes of all parts once more, each sort behind a number of its own.</summary>
    public static long GenericCode(long code) => code is >= FirstFinisherCode and < LastFinisherCode ? code % FinisherStep : code;

    public static bool IsNotice(long code) => s_notices.Contains(code);
}
