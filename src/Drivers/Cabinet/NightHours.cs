using System.Globalization;
using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Drivers.Cabinet;

/// <summary>The hours in which nobody should be there, in the zone of the site; from is in it, to is not. They may go over midnight.</summary>
public sealed record NightHours(TimeOnly From, TimeOnly To)
{
    private static readonly Words s_noHours = new("is no span of hours", "不是时间段");
    private static readonly Words s_writeHours = new("write two different times such as \"22:00-06:00\"", "请写两个不同的时间，例如 \"22:00-06:00\"");

    /// <summary>Reads <c>22:00-06:00</c>; null when it is missing or wrong.</summary>
    public static NightHours? Read(SettingsReader settings, string name)
    {
        if (settings.Text(name) is not { } text)
        {
            return null;
        }

        if (text.Split('-') is [var from, var to] && Time(from) is { } begin && Time(to) is { } end && begin != end)
        {
            return new NightHours(begin, end);
        }

        settings.Wrong(name, "not-hours", s_noHours, s_writeHours);
        return null;
    }

    public bool Contains(DateTimeOffset moment, TimeSpan zone)
    {
        var clock = TimeOnly.FromTimeSpan(moment.ToOffset(zone).TimeOfDay);
        return clock.IsBetween(From, To);
    }

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
