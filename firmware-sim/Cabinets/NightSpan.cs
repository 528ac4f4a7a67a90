using System.Globalization;
using EdgeGateway.Sim.Settings;

namespace EdgeGateway.Sim.Cabinets;

/// <summary>The hours in which the gateway's site wants nobody at a door; from is in it, to is not. They may go over midnight.</summary>
/// <param name="From">By the clock of the zone.</param>
/// <param name="To">By the clock of the zone.</param>
/// <param name="Zone">Difference to UTC.</param>
public sealed record NightSpan(TimeOnly From, TimeOnly To, TimeSpan Zone)
{
    private static readonly TimeSpan s_china = TimeSpan.FromHours(8);

    /// <summary>Reads <c>night</c>, such as <c>22:00-06:00</c>, and <c>zone</c>, such as <c>+08:00</c>, which is usual; null where there is none.</summary>
    public static NightSpan? Read(JsonSection json)
    {
        TimeSpan zone = s_china;
        if (json.Has("zone") && !TimeSpan.TryParseExact(json.Text("zone", "").TrimStart('+'), ["hh\\:mm", "\\-hh\\:mm"], CultureInfo.InvariantCulture, out zone))
        {
            json.Report("zone", "must be a difference to UTC, such as +08:00");
        }

        zone = json.Text("zone", "").StartsWith('-') ? -zone : zone;
        if (!json.Has("night"))
        {
            return null;
        }

        if (json.Text("night", "").Split('-') is [var from, var to] && Time(from) is { } begin && Time(to) is { } end && begin != end)
        {
            return new NightSpan(begin, end, zone);
        }

        json.Report("night", "must be two different times, such as 22:00-06:00");
        return null;
    }

    public bool Contains(DateTimeOffset moment) => TimeOnly.FromTimeSpan(moment.ToOffset(Zone).TimeOfDay).IsBetween(From, To);

    private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out TimeOnly time) ? time : null;
}
