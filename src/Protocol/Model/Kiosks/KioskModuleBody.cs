using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Model.Kiosks;

/// <summary>One part of a kiosk: a card slot, a printer, a door board; on change, and once after the kiosk was away.</summary>
public sealed record KioskModuleBody : KioskBody
{
    public const string KindName = "kiosk.module";

    [JsonIgnore]
    public override string Kind => KindName;

    /// <summary>Its name in the kiosk, for example <c>IdSlot</c>.</summary>
    public required string Module { get; init; }

    /// <summary><c>CardReader</c>, <c>Printer</c>, <c>Camera</c>, <c>BarcodeReader</c>, <c>Biometric</c>, <c>PinPad</c>, <c>CashAcceptor</c>, <c>Check</c>, <c>Auxiliaries</c>, <c>VendorMode</c>, <c>Lights</c>; open set.</summary>
    public required string Class { get; init; }

    /// <summary>By the table of kiosk.md section 2.4, lowered by the states of its parts.</summary>
    public required string Health { get; init; }

    /// <summary><c>critical</c>, <c>major</c>, <c>minor</c>, <c>info</c>; null when all is well.</summary>
    public string? Severity { get; init; }

    /// <summary>True while it works; that is no trouble.</summary>
    public bool? Busy { get; init; }

    /// <summary>States of its parts, in the device's own words.</summary>
    public IReadOnlyList<KioskPart>? Parts { get; init; }

    /// <summary>Values that no table knows, as sent; a name, a colon, the value.</summary>
    public IReadOnlyList<string>? Raw { get; init; }

    /// <summary>The vendor's own code, for example <c>E1207</c>.</summary>
    public string? VendorCode { get; init; }

    /// <summary>Since when its health is what it is, as text of ISO 8601 in UTC; null when that is not known.</summary>
    public string? Since { get; init; }

    /// <summary>Names of what changed and made this reading.</summary>
    public IReadOnlyList<string>? Changed { get; init; }
}

/// <param name="Name">For example <c>media</c>, <c>paper.upper</c>, <c>cabinetDoor</c>.</param>
/// <param name="State">The device's own word.</param>
public sealed record KioskPart(string Name, string State);
