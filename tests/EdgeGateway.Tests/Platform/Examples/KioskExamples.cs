using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Tests.Platform.Examples;

internal static class KioskExamples
{
    public static IEnumerable<ExampleReading> All =>
    [
        Of(Lane.Telemetry, new KioskStateBody { Health = KioskWords.Warning, Link = KioskWords.Up, Mode = KioskWords.InService, Application = "4.2.1", UptimeSeconds = 86_400, Modules = 9, Troubled = ["ReceiptPrinter"], Changed = ["health"] }),
        Of(Lane.Event, Module),
        Of(Lane.Event, Consumable),
        Of(Lane.Event, Transaction),
        Of(Lane.Telemetry, new KioskCounterBody { Sessions = 10_412, Prints = 8_800, CardsIssued = 311, CardsRetained = 2, Cuts = 8_790, Jams = 14, Opens = 96, PowerOns = 41 }),
        Of(Lane.Alarm, new KioskAlarmBody { Alarm = "jam", Active = true, Severity = "major", Module = "ReceiptPrinter", Code = "E1207", Text = "paper jam" }),
    ];

    private static KioskModuleBody Module => new()
    {
        Module = "ReceiptPrinter",
        Class = "Printer",
        Health = KioskWords.Warning,
        Severity = "minor",
        Busy = false,
        Parts = [new KioskPart("paper.upper", "low")],
        Since = UtcMilliseconds.Text(ExampleReading.Time),
        Changed = ["paper.upper"],
    };

    private static KioskConsumableBody Consumable => new()
    {
        Module = "ReceiptPrinter",
        Name = "upper",
        Supply = "receipt-paper",
        State = "low",
        Fills = false,
        LevelPercent = 15,
        TrendPercentPerHour = -2.5,
        EndsInHours = 6,
    };

    private static KioskTransactionBody Transaction => new()
    {
        Session = "c1a7e0f2-0d3b-4a86-9f1e-7b2d5c3a9e10",
        Business = "hkm.endorse",
        Outcome = "done",
        Began = UtcMilliseconds.Text(ExampleReading.Time.AddSeconds(-95)),
        DurationMs = 95_000,
        Steps = [new KioskStep("identify", 12_000, "ok"), new KioskStep("pay", 21_000, "ok"), new KioskStep("print", 8_000, "ok")],
        PaymentChannel = "wechat",
        PaymentResult = "paid",
        AmountFen = 1_500,
        MediaIssued = 1,
        MediaRetained = 0,
    };

    private static ExampleReading Of(Lane lane, ReadingBody body) => new(lane, "kiosk-1", "kiosk-xfs4iot", body);
}
