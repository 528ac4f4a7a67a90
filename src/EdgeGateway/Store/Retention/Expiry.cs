using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Drops what is older, or more, than its lane keeps: one batch of each lane a step.</summary>
internal sealed class Expiry(LaneRules rules, Sacrifice sacrifice, StoreAge age)
{
    private static readonly Lane[] s_readings = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    public static TimeSpan Longest(LaneRules rules) =>
        new[] { rules.Alarm, rules.Event, rules.Telemetry, rules.Media, rules.Parked }.Max(static rule => rule.Keep ?? TimeSpan.Zero);

    /// <summary>For the timer: true when a quota is used up.</summary>
    public bool MayBeDue(Totals totals) =>
        totals.ParkedBytes > rules.Parked.Quota
        || s_readings.Append(Lane.Media).Any(lane => sacrifice.Rule(lane) is { WhenFull: not WhenFull.Refuse, Quota: { } quota } && totals.Bytes(lane) > quota);

    /// <returns>True when there may be more to drop.</returns>
    public bool Write(GapTally tally, StoreTables tables, Totals totals)
    {
        bool more = false;
        sacrifice.Goal = long.MaxValue;
        foreach (Lane lane in s_readings)
        {
            more |= Old(sacrifice.Rule(lane), tables) is { Reading: > 0 and var last } && sacrifice.Drop(lane, last, tally, tables, totals);
        }

        more |= Old(rules.Media, tables) is { Media: > 0 and var file } && sacrifice.DropMedia(file, tally, tables, totals);
        more |= Old(rules.Parked, tables) is { Reading: > 0 and var parked } && sacrifice.DropParked(parked, tables, totals);
        return more | Quotas(tally, tables, totals);
    }

    private bool Quotas(GapTally tally, StoreTables tables, Totals totals)
    {
        bool more = false;
        foreach (Lane lane in s_readings)
        {
            more |= Over(totals.Bytes(lane), sacrifice.Rule(lane)) && Shrink(lane, tally, tables, totals);
        }

        more |= Over(totals.MediaBytes, rules.Media) && sacrifice.GiveMedia(tally, tables, totals);
        return more | (Over(totals.ParkedBytes, rules.Parked) && sacrifice.DropParked(long.MaxValue, tables, totals));
    }

    private bool Over(long bytes, LaneRule rule)
    {
        sacrifice.Goal = bytes - rule.Quota ?? 0;
        return sacrifice.Goal > 0;
    }

    /// <summary>A lane that was thinned to the newest and still has more than its quota loses its oldest.</summary>
    private bool Shrink(Lane lane, GapTally tally, StoreTables tables, Totals totals) =>
        sacrifice.Give(lane, tally, tables, totals)
        || (sacrifice.Rule(lane).WhenFull == WhenFull.Thin && sacrifice.Drop(lane, long.MaxValue, tally, tables, totals));

    private (long Reading, long Media) Old(LaneRule rule, StoreTables tables) =>
        rule.Keep is { } keep ? tables.Age.GivenAt(age.Hours - keep.TotalHours) : default;
}
