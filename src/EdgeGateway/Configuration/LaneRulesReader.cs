using EdgeGateway.Drivers.Abstractions.Settings;

namespace EdgeGateway.Configuration;

/// <summary>Reads <c>store.lanes</c>: how long, how much, and what gives way, in words.</summary>
internal static class LaneRulesReader
{
    private const long MB = 1024 * 1024;

    private const long TB = 1024 * 1024 * MB;

    private const string Always = "always";

    private static readonly TimeSpan s_least = TimeSpan.FromHours(1);

    private static readonly TimeSpan s_most = TimeSpan.FromDays(3650);

    private static readonly Dictionary<string, WhenFull> s_dropOrRefuse = new(StringComparer.Ordinal)
    {
        ["drop-oldest"] = WhenFull.DropOldest,
        ["refuse"] = WhenFull.Refuse,
    };

    private static readonly Dictionary<string, WhenFull> s_any = new(s_dropOrRefuse, StringComparer.Ordinal) { ["thin"] = WhenFull.Thin };

    public static LaneRules Read(SettingsReader? lanes)
    {
        var standard = new LaneRules();
        if (lanes is null)
        {
            return standard;
        }

        var rules = new LaneRules
        {
            Alarm = Rule(lanes, "alarm", standard.Alarm, s_dropOrRefuse),
            Event = Rule(lanes, "event", standard.Event, s_dropOrRefuse),
            Telemetry = Rule(lanes, "telemetry", standard.Telemetry, s_any),
            Media = Rule(lanes, "media", standard.Media, s_dropOrRefuse),
            Parked = Rule(lanes, "parked", standard.Parked, null),
        };
        lanes.Finish();
        return rules;
    }

    /// <param name="lanes">The section.</param>
    /// <param name="name">Name of the lane.</param>
    /// <param name="standard">What is not written.</param>
    /// <param name="whenFull">Words of <c>whenFull</c>; null where there is no choice.</param>
    private static LaneRule Rule(SettingsReader lanes, string name, LaneRule standard, Dictionary<string, WhenFull>? whenFull)
    {
        if (lanes.Section(name) is not { } lane)
        {
            return standard;
        }

        var rule = new LaneRule(
            Keep(lane, standard.Keep),
            lane.Has("quota") ? lane.Size("quota", MB, MB, 1024 * TB) : standard.Quota,
            whenFull is null ? standard.WhenFull : lane.Choice("whenFull", standard.WhenFull, whenFull));
        lane.Finish();
        return rule;
    }

    private static TimeSpan? Keep(SettingsReader lane, TimeSpan? standard)
    {
        switch (lane.Text("keep"))
        {
            case null:
                return standard;
            case Always:
                return null;
            case var text when Quantity.TryDuration(text, out var keep) && keep >= s_least && keep <= s_most:
                return keep;
            default:
                lane.Wrong("keep", "not-a-keep", ConfigurationWords.NotAKeep, ConfigurationWords.WriteAKeep);
                return standard;
        }
    }
}
