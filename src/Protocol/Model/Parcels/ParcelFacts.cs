using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Contract;

namespace EdgeGateway.Protocol.Model.Parcels;

/// <summary>Where parcels are inspected.</summary>
/// <param name="Code">The platform's code of the outlet or checkpoint.</param>
/// <param name="Name">For people; null when none is set.</param>
public sealed record ParcelStation(string Code, string? Name = null);

/// <summary>A scanner as it names itself; never used for trust.</summary>
public sealed record ScannerIdentity(
    string? Vendor = null, string? Model = null, string? Serial = null, string? MachineId = null, string? Location = null, string? Software = null);

/// <summary>What a scanner calls a parcel.</summary>
/// <param name="Id">Bag tag, waybill number or package tag.</param>
/// <param name="Issuer">Who gave the id.</param>
/// <param name="IdType"><c>TEXT</c>, <c>RFID</c>, <c>BARCODE</c>, <c>TAG</c> for a scanner's own key; open set.</param>
/// <param name="Type"><c>BAGGAGE</c>, <c>CARGO</c>; open set.</param>
/// <param name="SizeM">Width, height and depth in metres, three values; null when not measured.</param>
public sealed record ParcelIdentity(string? Id = null, string? Issuer = null, string? IdType = null, string? Type = null, IReadOnlyList<double>? SizeM = null);

/// <summary>One pass through a scanner.</summary>
public sealed record ParcelScan
{
    /// <summary>What the scanner calls this pass, the same in report and pictures.</summary>
    public string? Uid { get; init; }

    /// <summary>Its short name for people.</summary>
    public string? Id { get; init; }

    /// <summary>Begin of the pass.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? Time { get; init; }

    /// <summary>How the pass went, <c>SUCCESSFUL</c>, <c>JAM</c>, ...; open set.</summary>
    public string? Status { get; init; }

    /// <summary><c>OPERATIONAL</c> or not; what is not operational is not counted in rates.</summary>
    public string? Type { get; init; }

    /// <summary>Who reported: <c>MACHINE</c>, <c>OPERATOR</c>, ...; open set.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>Name and version of what recognised.</summary>
    public string? Algorithm { get; init; }

    /// <summary>When it was decided.</summary>
    [JsonConverter(typeof(UtcMilliseconds))]
    public DateTimeOffset? DecisionTime { get; init; }

    /// <summary>Why it was aborted, in the scanner's words.</summary>
    public IReadOnlyList<string>? AbortReasons { get; init; }

    /// <summary>From begin to decision as the scanner measured it.</summary>
    public double? ProcessingMs { get; init; }

    /// <summary>Number of objects that the scanner counted.</summary>
    public int? Objects { get; init; }

    /// <summary>How many of them alarmed.</summary>
    public int? AlarmObjects { get; init; }

    /// <summary>The number that the line's controller counts parcels with.</summary>
    public long? Sequence { get; init; }
}

/// <summary>One thing seen in a parcel.</summary>
/// <param name="Category">Code of xray.md section 4.4, for example <c>P02.01</c>.</param>
/// <param name="VendorCode">The device's code or category, as sent.</param>
/// <param name="VendorText">The device's words, as sent.</param>
/// <param name="Confidence">0 to 1; null when not given.</param>
/// <param name="View">Which picture or view the box refers to.</param>
/// <param name="Box">In pixels of that view.</param>
/// <param name="Material">Such as <c>liquid</c>; open set.</param>
/// <param name="Threat">Whether the device calls this very object a threat; null when it does not say.</param>
/// <param name="MassG">Mass in grams.</param>
public sealed record ParcelItem(
    string Category,
    string? VendorCode = null,
    string? VendorText = null,
    double? Confidence = null,
    string? View = null,
    ParcelBox? Box = null,
    string? Material = null,
    bool? Threat = null,
    double? MassG = null);

/// <summary>A rectangle in pixels, origin at the upper left, <paramref name="X1"/> at most <paramref name="X2"/>, the same for y.</summary>
/// <param name="X1">Left edge.</param>
/// <param name="Y1">Upper edge.</param>
/// <param name="X2">Right edge.</param>
/// <param name="Y2">Lower edge.</param>
public sealed record ParcelBox(double X1, double Y1, double X2, double Y2);

/// <summary>The opening of a parcel by a person.</summary>
/// <param name="Done">Whether it was opened.</param>
/// <param name="Begin">Begin of the opening.</param>
/// <param name="End">Its end.</param>
/// <param name="Result"><c>clear</c> or <c>alarm</c> (something prohibited was in it); null when not told.</param>
/// <param name="Description">In the words of the person or the device, without names.</param>
public sealed record ParcelOpening(
    bool Done,
    [property: JsonConverter(typeof(UtcMilliseconds))] DateTimeOffset? Begin = null,
    [property: JsonConverter(typeof(UtcMilliseconds))] DateTimeOffset? End = null,
    string? Result = null,
    string? Description = null);

/// <summary>The three 100 %: real name verified, opened and checked, screened by X-ray. Null where nobody told.</summary>
public sealed record ThreeDuties(bool? RealName, bool? Opened, bool? Screened);

/// <summary>What one device contributed to a parcel's record: enough to find its own statement again.</summary>
/// <param name="Device">Device id from the configuration.</param>
/// <param name="Origin">As <see cref="ParcelInspectionBody.Origin"/>.</param>
/// <param name="NativeId">The device's own identifier of that statement; null when it has none.</param>
/// <param name="Time">When it happened, by the device or the receipt.</param>
/// <param name="Result">Its verdict; null when it gives none.</param>
/// <param name="Barcode">The number it read; null when none.</param>
/// <param name="Late">True when it came after the record had been called final.</param>
public sealed record ParcelPart(
    string Device,
    string Origin,
    string? NativeId,
    [property: JsonConverter(typeof(UtcMilliseconds))] DateTimeOffset Time,
    string? Result = null,
    string? Barcode = null,
    bool? Late = null);
