using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Tests.Platform.Examples;

internal static class ParcelExamples
{
    private static readonly DateTimeOffset s_time = ExampleReading.Time;

    private static readonly ParcelStation s_station = new("4401000012", "Baiyun outlet");

    public static IEnumerable<ExampleReading> All =>
    [
        new(Lane.Alarm, "xray-1", "xray-dicos", Inspection),
        new(Lane.Telemetry, "belt-1", "xray-modbus", State) { TimeFrom = TimeOrigin.Gateway },
        new(Lane.Telemetry, "xray-1", "parcels", Rates) { TimeFrom = TimeOrigin.Gateway },
    ];

    private static ParcelInspectionBody Inspection => new()
    {
        RecordId = "p-20261122-000871",
        Version = 3,
        Final = true,
        Station = s_station,
        Scanner = new ScannerIdentity("Example", "6550", "SN0001", "line-1"),
        Parcel = new ParcelIdentity("SF1012345678901", null, "BARCODE", "CARGO", [0.4, 0.3, 0.25]),
        WaybillNo = "SF1012345678901",
        Barcodes = ["SF1012345678901"],
        Scan = new ParcelScan { Uid = "1.2.826.0.1.1", Time = s_time.AddSeconds(-4), Status = "SUCCESSFUL", Type = "OPERATIONAL", ReportedBy = "MACHINE", ProcessingMs = 840, Objects = 1, AlarmObjects = 1 },
        Result = ParcelWords.Alarm,
        MachineResult = ParcelWords.Alarm,
        OperatorResult = ParcelWords.Alarm,
        OperatorTime = s_time,
        DangerGrade = 2,
        Items = [new ParcelItem("P02.01", "KNIFE", "管制刀具", 0.93, "0", new ParcelBox(120, 80, 210, 160), Threat: true)],
        Tip = false,
        RealName = ParcelWords.Verified,
        OpenCheck = new ParcelOpening(true, s_time.AddSeconds(-2), s_time, ParcelWords.Alarm),
        Handling = ParcelWords.HandedToPolice,
        Duties = new ThreeDuties(true, true, true),
        Origin = ParcelWords.Joined,
        Parts = [new ParcelPart("xray-1", ParcelWords.Dicos, "1.2.826.0.1.1", s_time, ParcelWords.Alarm), new ParcelPart("reader-1", ParcelWords.Barcode, null, s_time, Barcode: "SF1012345678901")],
        Media = [new MediaRef("xray", new string('c', 64), "image/png", 88_120, 640, 480)],
    };

    private static ScannerStateBody State => new()
    {
        Unit = "line-1",
        Quality = "good",
        Belt = "forward",
        BeltSpeedMs = 0.22,
        EmergencyStop = false,
        InterlockClosed = true,
        CurtainInPlace = true,
        XrayOn = true,
        XrayReady = true,
        TubeVoltageKv = 160,
        TubeCurrentMa = 0.7,
        DoseRateUsvH = 0.12,
        ParcelCount = 10_412,
        FaultCode = 0,
        Faults = [],
        Changed = ["belt"],
        Points = new SortedDictionary<string, object>(StringComparer.Ordinal) { ["oil_pressure"] = 3.5, ["shift"] = "early" },
    };

    private static ParcelRatesBody Rates => new()
    {
        Station = s_station,
        From = new DateTimeOffset(2026, 11, 22, 2, 0, 0, TimeSpan.Zero),
        To = new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.Zero),
        Parcels = 412,
        Screened = 412,
        Opened = 409,
        RealName = 411,
        Alarms = 3,
        Unreadable = 1,
        MedianHandlingS = 11.5,
        Source = new SourceInfo("4401000012/2026112202"),
    };
}
