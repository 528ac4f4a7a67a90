using EdgeGateway.Protocol.Dicos;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Drivers.XrayScanner.Dicos;

/// <summary>From the words of DICOS to ours (xray.md sections 1.5, 1.6 and 5). No clock: the time of receipt is passed in. Pictures are added by who stores them.</summary>
public static class DicosMapping
{
    public const string DriverName = "xray-dicos";

    /// <summary>OOI type of a body scanner's report; its id is a person's.</summary>
    private const string Person = "PERSON";

    /// <param name="content">A report or a picture, without a fault.</param>
    /// <param name="place">What the configuration says of the scanner.</param>
    /// <param name="received">When the gateway had all of the file.</param>
    public static Reading ToReading(DicosContent content, DicosPlace place, DateTimeOffset received) =>
        content.Report is { } report ? ToReading(report, place, received) : ToReading(content.Image!, place, received);

    /// <summary>A report's verdict; of the alarm lane when it is an alarm and no training image.</summary>
    public static Reading ToReading(DicosReport report, DicosPlace place, DateTimeOffset received)
    {
        var times = DicosTimes.Of(report.Header, report.DecisionTime, place.Zone, received);
        var verdict = DicosVerdict.Of(report);
        var items = DicosItems.Of(report, place.Rules, out var doubts);
        bool byOperator = DicosWords.Is(report.TdrType, DicosWords.Operator);
        var body = Body(report.Header, place, times) with
        {
            Result = verdict.Result,
            OperatorResult = byOperator ? verdict.Result : null,
            OperatorTime = byOperator ? times.Decision : null,
            Items = items.Count > 0 ? items : null,
            Tip = verdict.Tip ? true : null,
            Flags = Flags([.. report.Header.Doubts, .. times.Flags, .. verdict.Flags, .. doubts, .. PersonFlag(report.Header)]),
        };
        var scan = body.Scan! with
        {
            ReportedBy = report.TdrType,
            Algorithm = report.Algorithm.Count > 0 ? string.Join(' ', report.Algorithm.Where(part => part.Length > 0)) : null,
            DecisionTime = times.Decision,
            AbortReasons = report.AbortReasons.Count > 0 ? report.AbortReasons : null,
            ProcessingMs = report.ProcessingMs is { } ms && double.IsFinite(ms) && ms >= 0 ? ms : null,
            Objects = report.TotalObjects,
            AlarmObjects = report.AlarmObjects,
        };
        var lane = verdict is { Result: ParcelWords.Alarm, Tip: false } ? Lane.Alarm : Lane.Event;
        return Reading(body with { Scan = scan }, lane, place, times, received);
    }

    /// <summary>A picture gives no verdict; it tells that the parcel was looked at.</summary>
    public static Reading ToReading(DicosImage image, DicosPlace place, DateTimeOffset received)
    {
        var times = DicosTimes.Of(image.Header, null, place.Zone, received);
        var body = Body(image.Header, place, times) with
        {
            Result = ParcelWords.Unknown,
            Picture = true,
            Flags = Flags([.. image.Header.Doubts, .. times.Flags, .. PersonFlag(image.Header)]),
        };
        return Reading(body, Lane.Event, place, times, received);
    }

    /// <summary>By which the statement of a file is found again.</summary>
    public static string NativeId(DicosHeader header) => $"{header.Kind}/{header.SopInstance}";

    private static ParcelInspectionBody Body(DicosHeader header, DicosPlace place, DicosTimes times)
    {
        string? id = IsPerson(header) ? null : header.OoiId;
        bool barcode = id is not null && DicosWords.Is(header.OoiIdType, DicosWords.Barcode);
        return new ParcelInspectionBody
        {
            Result = ParcelWords.Unknown,
            Origin = ParcelWords.Dicos,
            Station = place.Station,
            Scanner = new ScannerIdentity(header.Maker, header.Model, header.Serial, header.MachineId, header.MachineLocation, header.Software),
            Parcel = new ParcelIdentity(id, header.OoiIdIssuer, header.OoiIdType, header.OoiType, Size(header.OoiSizeM)),
            WaybillNo = barcode ? id : null,
            Barcodes = barcode ? [id!] : null,
            Scan = new ParcelScan { Uid = header.ScanInstance, Id = header.ScanId, Time = times.Scan, Status = header.AcquisitionStatus, Type = header.ScanType },
            Source = new SourceInfo(NativeId(header), false, times.Text, header.Serial),
        };
    }

    private static Reading Reading(ParcelInspectionBody body, Lane lane, DicosPlace place, DicosTimes times, DateTimeOffset received) => new()
    {
        Device = place.Device,
        Driver = DriverName,
        Lane = lane,
        Time = times.Time,
        TimeFrom = times.From,
        Received = received,
        Body = body,
    };

    private static bool IsPerson(DicosHeader header) => DicosWords.Is(header.OoiType, Person);

    private static IEnumerable<string> PersonFlag(DicosHeader header) => IsPerson(header) ? ["PERSON_WITHHELD"] : [];

    private static IReadOnlyList<double>? Size(IReadOnlyList<double> size) => size.Count == 3 && size.All(value => double.IsFinite(value) && value >= 0) ? size : null;

    private static string[]? Flags(IReadOnlyList<string> flags) => flags.Count > 0 ? [.. flags.Distinct()] : null;
}
