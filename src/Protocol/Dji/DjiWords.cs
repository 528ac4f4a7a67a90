using System.Globalization;

namespace EdgeGateway.Protocol.Dji;

/// <summary>Words for numbers (drone.md sections 2.5, 2.6 and 2.8). A number that is not listed stays visible as text.</summary>
public static class DjiWords
{
    private static readonly string[] s_aircraft =
    [
        "standby", "preparing", "ready", "manual", "take-off", "mission", "panorama", "tracking", "adsb-avoidance", "return", "landing", "forced-landing",
        "three-propeller-landing", "upgrading", "not-connected", "apas", "virtual-stick", "live-control", "rtk-converging", "choosing-dock", "point-of-interest",
    ];

    private static readonly string[] s_dock = ["idle", "on-site-debugging", "remote-debugging", "upgrading", "working"];
    private static readonly string[] s_steps = ["preparing", "flying", "recovering", "area-update", "terrain-update", "idle"];
    private static readonly string[] s_covers = ["closed", "open", "half-open", "abnormal"];
    private static readonly string[] s_rain = ["none", "light", "moderate", "heavy"];
    private static readonly string[] s_winds = ["N", "NE", "E", "SE", "S", "SW", "W", "NW"];

    private static readonly Dictionary<string, string> s_missions = new(StringComparer.Ordinal)
    {
        ["sent"] = "not-started",
        ["in_progress"] = "active",
        ["ok"] = "complete",
        ["paused"] = "paused",
        ["failed"] = "failed",
        ["canceled"] = "cancelled",
    };

    public const int ReturnMode = 9;

    /// <summary>It obeys orders to fly to points.</summary>
    public const int LiveControlMode = 17;

    /// <summary>Modes in which it comes down because it must.</summary>
    public static bool IsForcedDown(int? mode) => mode is 11 or 12;

    public static string? AircraftMode(int? code) => Word(s_aircraft, code);

    public static string? DockMode(int? code) => Word(s_dock, code);

    public static string? DockStep(int? code) => code switch { 255 => "aircraft-abnormal", 256 => "unknown", _ => Word(s_steps, code) };

    public static string? Cover(int? code) => Word(s_covers, code);

    public static string? Rain(int? code) => Word(s_rain, code);

    /// <returns>Null for 0, which means none.</returns>
    public static string? Wind(int? code) => code is null or 0 ? null : Word(s_winds, code - 1) is { } word && code is > 0 and <= 8 ? word : Raw(code);

    /// <summary><c>on-ground</c>, <c>in-air</c>, <c>taking-off</c>, <c>landing</c>; null where the mode does not tell.</summary>
    public static string? Landed(int? mode) => mode switch
    {
        4 => "taking-off",
        10 or 11 or 12 => "landing",
        _ => DjiAircraft.IsAirborne(mode) switch { true => "in-air", false => "on-ground", _ => null },
    };

    /// <summary>As <c>drone.state</c> names fixes: quality 10 is a fixed RTK solution.</summary>
    public static string? Fix(int? isFixed, int? quality) => (isFixed, quality) switch
    {
        (2, 10) => "rtk",
        (2, _) => "3d",
        (0, _) => "no-fix",
        (1, _) => "fixing",
        (3, _) => "failed",
        (var other, _) => Raw(other),
    };

    /// <summary>The vendor's own word where ours has none.</summary>
    public static string? Mission(string? status) => status is null ? null : s_missions.GetValueOrDefault(status, status);

    private static string? Word(string[] words, int? code) => code is { } number && number >= 0 && number < words.Length ? words[number] : Raw(code);

    private static string? Raw(int? code) => code?.ToString(CultureInfo.InvariantCulture);
}
