using System.Globalization;
using EdgeGateway.Protocol.Paths;

namespace EdgeGateway.Drivers.Generic;

/// <summary>When it happened, by the device's clock.</summary>
public sealed record MapTime
{
    /// <summary>How ISO 8601 is met in the field; a zone may follow each.</summary>
    private static readonly string[] s_iso =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyyMMdd'T'HHmmssK",
    ];

    /// <summary>Seconds of the year 9999.</summary>
    private const double MostSeconds = 253_402_300_799;

    public required MapPath Path { get; init; }

    public MapTimeForm Form { get; init; }

    /// <summary>Of <see cref="MapTimeForm.Pattern"/>.</summary>
    public string Pattern { get; init; } = string.Empty;

    /// <summary>Where the text names none; null: the device's.</summary>
    public TimeSpan? Zone { get; init; }

    /// <param name="pattern">Letters <c>y M d H m s f z</c>, everything else as it stands in the text.</param>
    /// <returns>Whether times can be read by it: a year, a month and a day, an hour and a minute.</returns>
    public static bool IsPattern(string pattern)
    {
        bool isWhole = pattern.Length is > 0 and <= 40 && "yMdHm".All(pattern.Contains);
        bool isPlain = pattern.All(c => "yMdHmsfFzK".Contains(c, StringComparison.Ordinal) || !char.IsAsciiLetter(c) || c == 'T') && pattern.IndexOfAny(['%', '\\', '"']) < 0;
        try
        {
            var moment = new DateTimeOffset(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);
            return isWhole && isPlain && Exact(moment.ToString(Quoted(pattern), CultureInfo.InvariantCulture), [Quoted(pattern)]) == moment;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <returns>Null when it cannot be read.</returns>
    internal DateTimeOffset? Of(BodyNode found, TimeSpan zone) => Form switch
    {
        MapTimeForm.Unix => Since1970(found, 1),
        MapTimeForm.UnixMs => Since1970(found, 1000),
        MapTimeForm.Iso => Read(found, s_iso, zone),
        _ => Read(found, [Quoted(Pattern)], zone),
    };

    private DateTimeOffset? Read(BodyNode found, string[] formats, TimeSpan zone)
    {
        if (found.Text is not { Length: <= 64 } text)
        {
            return null;
        }

        // What names no zone is read as UTC and then moved: the machine's own zone has no say.
        return Exact(text, formats) is not { } time ? null : NamesZone(text) ? time : Moved(time, Zone ?? zone);
    }

    private bool NamesZone(string text) =>
        Form == MapTimeForm.Pattern ? Pattern.IndexOfAny(['z', 'K']) >= 0
        : text[^1] == 'Z' || text.LastIndexOfAny(['+', '-']) > text.IndexOfAny([':', 'T']);

    private static DateTimeOffset? Moved(DateTimeOffset time, TimeSpan zone) =>
        time.Ticks - zone.Ticks is var utc && utc >= DateTime.MinValue.Ticks && utc <= DateTime.MaxValue.Ticks ? new DateTimeOffset(utc, TimeSpan.Zero) : null;

    private static DateTimeOffset? Exact(string text, string[] formats) =>
        DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time.ToUniversalTime() : null;

    private static DateTimeOffset? Since1970(BodyNode found, double ticksOfSecond) =>
        double.TryParse(found.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number / ticksOfSecond is >= 0 and <= MostSeconds
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(number / ticksOfSecond * 1000))
            : null;

    /// <summary>A slash and a colon are the culture's own in a pattern.</summary>
    private static string Quoted(string pattern) =>
        string.Concat(pattern.Select(c => "yMdHmsfFzK".Contains(c, StringComparison.Ordinal) ? c.ToString() : c == '\'' ? string.Empty : $"'{c}'"));
}

/// <summary>How a time is written.</summary>
public enum MapTimeForm
{
    /// <summary>ISO 8601, with or without a zone.</summary>
    Iso,

    /// <summary>Seconds since 1970, fractions allowed.</summary>
    Unix,

    /// <summary>Milliseconds since 1970.</summary>
    UnixMs,

    Pattern,
}
