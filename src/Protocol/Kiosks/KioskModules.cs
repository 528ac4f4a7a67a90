using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Parts of the kiosk: on change, and all of them after a start.</summary>
public sealed record KioskModules : KioskMessage
{
    public const string TypeName = "modules";

    public override string Type => TypeName;

    /// <summary>Whether what is not listed is no longer there.</summary>
    public bool IsWhole { get; init; }

    public required IReadOnlyList<KioskModuleSaid> Modules { get; init; }
}

/// <summary>One part of the kiosk.</summary>
public sealed record KioskModuleSaid
{
    public required string Module { get; init; }

    public string? Class { get; init; }

    /// <summary>-1 to 4 (kiosk.md section 3.1); other numbers of up to three digits as sent.</summary>
    public required int Status { get; init; }

    public IReadOnlyList<KioskPart>? Parts { get; init; }

    public string? Code { get; init; }

    /// <summary>Complete for this module; null when it says nothing of them.</summary>
    public IReadOnlyList<KioskTrouble>? Alarms { get; init; }
}
