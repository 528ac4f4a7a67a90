using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.Retention;

/// <summary>Reckons from rates and room how long the store holds.</summary>
internal sealed class Forecaster(StoreOptions options, long reserve)
{
    private const double SecondsAnHour = 3600;
    private const double SecondsAYear = 365.25 * 24 * SecondsAnHour;

    /// <param name="rates">Null: nothing is known.</param>
    /// <param name="totals">What waits.</param>
    /// <param name="free">Bytes free on the disk, what the database can use again included.</param>
    public StoreForecast? Of(Rates? rates, Totals totals, long free)
    {
        if (rates is null)
        {
            return null;
        }

        var first = Limits(rates, totals, free).Where(static limit => limit.Rate > 0)
            .Select(static limit => (limit.Name, Hours: Math.Max(0, limit.Room) / limit.Rate / SecondsAnHour))
            .OrderBy(static limit => limit.Hours).Select(static limit => ((string Name, double Hours)?)limit).FirstOrDefault();
        return new StoreForecast
        {
            BytesPerSecond = rates.Total,
            Hours = first?.Hours,
            First = first?.Name,
            Free = free,
            WrittenPerReading = rates.PerReading > 0 ? rates.PerReading : null,
            FlashYears = rates.Written > 0 ? options.FlashEndurance / rates.Written / SecondsAYear : null,
        };
    }

    private IEnumerable<(string Name, double Room, double Rate)> Limits(Rates rates, Totals totals, long free)
    {
        // Files that nobody asked for give way to all else: what they take is room.
        long unasked = totals.Unasked.Bytes;
        yield return ("disk", free + unasked - reserve, rates.Total);
        LaneRule[] rules = [options.Lanes.Alarm, options.Lanes.Event, options.Lanes.Telemetry, options.Lanes.Media];
        long facts = totals.ParkedBytes;
        for (Lane lane = Lane.Alarm; lane <= Lane.Media; lane++)
        {
            facts += lane == Lane.Media ? 0 : totals.Bytes(lane);
            if (rules[(int)lane].Quota is { } quota)
            {
                yield return (LaneNames.Of(lane), quota - totals.Bytes(lane) + (lane == Lane.Media ? unasked : 0), rates.Lanes[(int)lane]);
            }
        }

        if (options.DatabaseMost is { } most)
        {
            yield return ("database", most - facts, rates.Total - rates.Lanes[3]);
        }
    }
}
