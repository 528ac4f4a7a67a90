using System.Globalization;

namespace EdgeGateway.Protocol.Dahua;

/// <summary>Times as the camera writes them: local, without a zone, with blank or T, with or without milliseconds (plate-camera.md section 4.2).</summary>
public static class DahuaTimes
{
    private static readonly string[] s_forms = ["yyyy-M-d H:m:s", "yyyy-M-d H:m:s.FFFFFFF", "yyyy-M-d H:m:s:fff"];

    /// <summary>For conditions of a search, and for links that name a moment.</summary>
    public static string Write(DateTimeOffset time, TimeSpan zone) => time.ToOffset(zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <param name="text">As written.</param>
    /// <param name="zone">The camera's zone.</param>
    /// <returns>The time, or null when it is none.</returns>
    public static DateTimeOffset? Parse(string? text, TimeSpan zone)
    {
        if (text is not { Length: > 0 and <= 40 })
        {
            return null;
        }

        string local = text.Trim().Replace('T', ' ').Replace('/', '-');
        return DateTime.TryParseExact(local, s_forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? At(time, zone) : null;
    }

    /// <summary>The first and last hours of the calendar have no place in every zone.</summary>
    internal static DateTimeOffset? At(DateTime local, TimeSpan zone)
    {
        long utc = local.Ticks - zone.Ticks;
        return utc < DateTime.MinValue.Ticks || utc > DateTime.MaxValue.Ticks ? null : new DateTimeOffset(local, zone);
    }
}
