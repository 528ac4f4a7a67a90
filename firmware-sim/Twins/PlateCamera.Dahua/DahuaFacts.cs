using System.Globalization;
using EdgeGateway.Sim.Cameras;
using EdgeGateway.Sim.Traffic;

namespace EdgeGateway.Sim.Twins.PlateCamera.Dahua;

/// <summary>One passage as this camera knows it: its own numbers, its own clock, its own words.</summary>
public sealed record DahuaFacts
{
    private static readonly TimeSpan s_beijing = TimeSpan.FromHours(8);

    public required string Machine { get; init; }

    public required long EventId { get; init; }

    /// <summary>The moment that the camera names, whole milliseconds.</summary>
    public required DateTimeOffset Told { get; init; }

    /// <summary>Seconds in UTC, right or shifted by the zone.</summary>
    public required long Utc { get; init; }

    /// <summary>Seconds in RealUTC, or null.</summary>
    public required long? RealUtc { get; init; }

    /// <summary>What stands where the plate is due; null: nothing.</summary>
    public required string? Plate { get; init; }

    public required string PlateColour { get; init; }

    public required Passage Passage { get; init; }

    public int Milliseconds => Told.Millisecond;

    /// <summary>Local wall time, <c>yyyy-MM-dd HH:mm:ss</c>.</summary>
    public string Wall => (Told.UtcDateTime + s_beijing).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Local wall time with milliseconds.</summary>
    public string Accurate => (Told.UtcDateTime + s_beijing).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);

    /// <summary>As section 7 builds it, with the moment behind it.</summary>
    public string NativeId => FormattableString.Invariant($"{Machine}:{EventId}:{EventId}:1@{RealUtc ?? Utc}.{Milliseconds}");

    public static DahuaFacts Of(Passage passage, CameraProfile profile, DahuaProfile own, TimeSpan clockStep)
    {
        DateTimeOffset told = passage.At + profile.ClockOffset + clockStep;
        long seconds = told.ToUnixTimeSeconds();
        return new DahuaFacts
        {
            Machine = profile.Identity.Serial,
            EventId = passage.Index + 1,
            Told = DateTimeOffset.FromUnixTimeMilliseconds(told.ToUnixTimeMilliseconds()),
            Utc = own.LocalAsUtc ? seconds + (long)s_beijing.TotalSeconds : seconds,
            RealUtc = own.RealUtc ? seconds : null,
            Plate = passage.Plate.Kind switch { PlateKind.None => null, PlateKind.Unread => "UNRECOGNISE", _ => passage.Plate.Text },
            PlateColour = profile.UnknownEnum ? "Magenta" : Colour(passage.Plate.Kind),
            Passage = passage,
        };
    }

    private static string Colour(PlateKind kind) => kind switch
    {
        PlateKind.CivilBlue => "Blue",
        PlateKind.CivilYellow or PlateKind.Coach or PlateKind.Trailer => "Yellow",
        PlateKind.NevSmall => "ShadowGreen",
        PlateKind.NevLarge => "YellowGreen",
        PlateKind.Police => "White",
        _ => "Unknown",
    };
}
