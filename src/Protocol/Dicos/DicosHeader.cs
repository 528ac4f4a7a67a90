namespace EdgeGateway.Protocol.Dicos;

/// <summary>What reports and pictures have in common: the machine, the object of inspection, the scan (xray.md section 1.5). Nothing of it is checked, words are as written.</summary>
public sealed record DicosHeader
{
    /// <summary><c>TDR</c>, <c>DX</c> or <c>CT</c>, by the SOP class.</summary>
    public required string Kind { get; init; }

    public required string SopClass { get; init; }

    /// <summary>By which a repeat of the same object is known.</summary>
    public required string SopInstance { get; init; }

    public string? Maker { get; init; }

    public string? Model { get; init; }

    public string? Serial { get; init; }

    public string? Software { get; init; }

    public string? MachineId { get; init; }

    public string? MachineLocation { get; init; }

    /// <summary>Id of the object of inspection: bag tag or waybill number.</summary>
    public string? OoiId { get; init; }

    public string? OoiIdIssuer { get; init; }

    /// <summary><c>TEXT</c>, <c>RFID</c>, <c>BARCODE</c>; open set.</summary>
    public string? OoiIdType { get; init; }

    /// <summary><c>BAGGAGE</c>, <c>CARGO</c>, <c>PERSON</c>; open set.</summary>
    public string? OoiType { get; init; }

    /// <summary>Three values in metres; empty when not told.</summary>
    public IReadOnlyList<double> OoiSizeM { get; init; } = [];

    /// <summary>The same in the report and the pictures of one parcel.</summary>
    public string? ScanInstance { get; init; }

    public string? ScanId { get; init; }

    public string? AcquisitionStatus { get; init; }

    public string? ScanType { get; init; }

    /// <summary>The scan's begin.</summary>
    public DicosMoment? ScanTime { get; init; }

    /// <summary>When the report or the picture was made.</summary>
    public DicosMoment? ContentTime { get; init; }

    /// <summary>Offset to UTC that the object itself names for its dates, (0008,0201).</summary>
    public TimeSpan? Zone { get; init; }

    /// <summary>For example <c>V02A</c>.</summary>
    public string? Version { get; init; }

    /// <summary>What was not as it should be, as upper-case words.</summary>
    public IReadOnlyList<string> Doubts { get; init; } = [];
}
