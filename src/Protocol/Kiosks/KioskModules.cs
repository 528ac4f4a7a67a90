using System.Text.Json.Serialization;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>Parts of the kiosk: on change, and all of them after a start.</summary>
public sealed record KioskModules : KioskMessage
{
    public const string TypeName = "modules";

    public override string Type => TypeName;

    /// <summary>Whether what is not listed is no longer there; never when something in the list could not be read.</summary>
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

    /// <summary>Complete for this module unless <see cref="AlarmsAreCut"/>; null when it says nothing of them.</summary>
    public IReadOnlyList<KioskTrouble>? Alarms { get; init; }

    /// <summary>Whether something in the list of alarms could not be read: then what is not among them is not over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AlarmsAreCut { get; init; }
}
