using System.Text.Json;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Verification;

/// <summary>A reading of a vehicle, taken apart.</summary>
/// <param name="Line">As it came.</param>
/// <param name="VehicleName">Which vehicle or aircraft.</param>
/// <param name="Alarm">Of an alarm: which.</param>
/// <param name="IsActive">Of an alarm: whether it begins.</param>
/// <param name="HasEvidence">Of an alarm: whether it says what led to it.</param>
internal sealed record FlightReading(ReceivedLine Line, string VehicleName, string? Alarm, bool IsActive, bool HasEvidence)
{
    public const string AlarmKind = "drone.alarm";

    public const string StateKind = "drone.state";

    /// <summary>What the gateway finds itself.</summary>
    private static readonly string[] s_found = ["battery-low-far", "link-lost", "fence-left", "intruder", "distress"];

    /// <summary>What begins and ends: found, and told by the vehicle itself.</summary>
    public static readonly IReadOnlyList<string> Alarms = [.. s_found, "battery"];

    /// <summary>Whether it is an alarm of which the ledger says when it begins and ends.</summary>
    public bool IsJudged => Alarm is not null && Alarms.Contains(Alarm);

    /// <summary>Whether it says what led to it, if it is one that must.</summary>
    public bool IsProven => HasEvidence || !s_found.Contains(Alarm);

    /// <returns>Null for what is no vehicle's.</returns>
    public static FlightReading? Of(ReceivedLine line)
    {
        if (line.Data is not { } data || JsonPick.Text(data, "vehicle") is not { } vehicle)
        {
            return null;
        }

        bool isAlarm = line.Kind == AlarmKind;
        return new FlightReading(
            line, vehicle, isAlarm ? JsonPick.Text(data, "alarm") : null,
            JsonPick.Member(data, "active").ValueKind == JsonValueKind.True,
            JsonPick.Member(data, "evidence") is { ValueKind: JsonValueKind.Array } evidence && evidence.GetArrayLength() > 0);
    }

    public static string Vehicle(TruthLine line) => line.Facts?.GetValueOrDefault("vehicle") ?? "";
}
