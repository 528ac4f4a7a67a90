using System.Text.Json.Serialization;

namespace EdgeGateway.Protocol.Kiosks;

/// <summary>How the kiosk is, or only that it lives.</summary>
public sealed record KioskStatus : KioskMessage
{
    public const string StateName = "state";
    public const string HeartbeatName = "heartbeat";

    public override string Type => IsHeartbeat ? HeartbeatName : StateName;

    public bool IsHeartbeat { get; init; }

    /// <summary>A code.</summary>
    public string? Mode { get; init; }

    public string? Application { get; init; }

    public long? UptimeSeconds { get; init; }

    /// <summary>Complete for the kiosk as a whole unless <see cref="AlarmsAreCut"/>; null when it says nothing of them.</summary>
    public IReadOnlyList<KioskTrouble>? Alarms { get; init; }

    /// <summary>Whether something in the list of alarms could not be read: then what is not among them is not over.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AlarmsAreCut { get; init; }
}

/// <param name="Alarm">A code.</param>
/// <param name="Name">Which door, sensor or bin.</param>
/// <param name="Code">The vendor's own.</param>
public sealed record KioskTrouble(string Alarm, string? Name, string? Code);
