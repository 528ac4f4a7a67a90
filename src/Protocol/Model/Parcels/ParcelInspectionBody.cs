using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Parcels;

/// <summary>
/// What is known of one parcel that went through an inspection (xray.md section 4.3). A driver fills in what its device told; the
/// gateway joins what several devices told of the same parcel and gives the record its name and version. No identity data of a person.
/// </summary>
public sealed record ParcelInspectionBody : ReadingBody
{
    public const string KindName = "parcel.inspection";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Name of the parcel's record, the same in every version; given by the gateway when it joins, null before.</summary>
    public string? RecordId { get; init; }

    /// <summary>1 for the first reading of this record, one more for each later one; null before joining.</summary>
    public int? Version { get; init; }

    /// <summary>True when no further version is expected.</summary>
    public bool? Final { get; init; }

    /// <summary>The checkpoint or outlet; null when the site names none.</summary>
    public ParcelStation? Station { get; init; }

    /// <summary>The machine that looked, as it names itself.</summary>
    public ScannerIdentity? Scanner { get; init; }

    /// <summary>What the scanner calls the parcel.</summary>
    public ParcelIdentity? Parcel { get; init; }

    /// <summary>The one number that the parcel travels under; null when none or more than one is known.</summary>
    public string? WaybillNo { get; init; }

    /// <summary>Every number read from it, each once, in the order of reading.</summary>
    public IReadOnlyList<string>? Barcodes { get; init; }

    /// <summary>The carrier, where a device tells it.</summary>
    public string? CourierCode { get; init; }

    /// <summary>The scan itself; null when nothing was scanned yet.</summary>
    public ParcelScan? Scan { get; init; }

    /// <summary>What holds now: <c>clear</c>, <c>alarm</c>, <c>unknown</c> or <c>aborted</c> (<see cref="ParcelWords"/>). An aborted or unreadable scan is never clear.</summary>
    public required string Result { get; init; }

    /// <summary>What the machine said, when an operator said something too.</summary>
    public string? MachineResult { get; init; }

    /// <summary>What the person at the screen said; it overrides the machine.</summary>
    public string? OperatorResult { get; init; }

    /// <summary>When that was.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? OperatorTime { get; init; }

    /// <summary>0 normal, 1 warning, 2 danger; null when no device grades.</summary>
    public int? DangerGrade { get; init; }

    /// <summary>What was seen inside.</summary>
    public IReadOnlyList<ParcelItem>? Items { get; init; }

    /// <summary>True for a projected training image: never a real alarm. In a record: for all that was decided of it.</summary>
    public bool? Tip { get; init; }

    /// <summary>
    /// True for a picture that comes beside a report and decides nothing itself, as the driver knows by its sort and not by what is missing. Null in
    /// a record, and for everything else: a report that does not know is a decision.
    /// </summary>
    public bool? Picture { get; init; }

    /// <summary>Real-name duty: <c>verified</c>, <c>failed</c> or <c>absent</c>; null when nobody told.</summary>
    public string? RealName { get; init; }

    /// <summary>Opening duty; null when nobody told.</summary>
    public ParcelOpening? OpenCheck { get; init; }

    /// <summary>What became of it: <c>released</c>, <c>kept</c>, <c>handed_to_police</c>, <c>returned</c>, <c>given_up</c>, <c>false_alarm</c>.</summary>
    public string? Handling { get; init; }

    /// <summary>The three 100 % of couriers, worked out from the above when joining; null before.</summary>
    public ThreeDuties? Duties { get; init; }

    /// <summary>Where it comes from: <c>dicos</c>, <c>dahua</c>, <c>isapi</c>, <c>modbus</c>, <c>barcode</c>, <c>operator</c>; <c>joined</c> when from several.</summary>
    public required string Origin { get; init; }

    /// <summary>What was joined, in the order of arrival; null before joining.</summary>
    public IReadOnlyList<ParcelPart>? Parts { get; init; }
}
