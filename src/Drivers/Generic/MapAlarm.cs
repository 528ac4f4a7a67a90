namespace EdgeGateway.Drivers.Generic;

/// <summary>What of a message is an alarm.</summary>
/// <param name="Name">What it is called, for example <c>radiation-high</c>.</param>
/// <param name="Active">Where it stands whether it is on, and how yes and no are written; null: each message is an alarm without an end.</param>
/// <param name="Severity">One of four words, or where it stands.</param>
public sealed record MapAlarm(string Name, MapActive? Active, MapText Severity);

/// <summary>Where it stands whether an alarm is on.</summary>
/// <param name="Path">Where.</param>
/// <param name="Words">How yes and no are written.</param>
public sealed record MapActive(MapPath Path, MapFlag Words);

/// <summary>Grades of an alarm.</summary>
internal static class MapSeverity
{
    public const string Critical = "critical";
    public const string Major = "major";
    public const string Minor = "minor";
    public const string Notice = "notice";

    public static readonly IReadOnlyList<string> All = [Critical, Major, Minor, Notice];
}
