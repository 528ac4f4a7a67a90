using EdgeGateway.Configuration;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Pipeline.Parcels;

/// <summary>One hour of one station in numbers.</summary>
internal static class HourTally
{
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static DateTimeOffset Begin(DateTimeOffset moment) => new(moment.UtcTicks - (moment.UtcTicks % Hour.Ticks), TimeSpan.Zero);

    /// <param name="station">Where.</param>
    /// <param name="from">Begin of the hour.</param>
    /// <param name="records">Records that began in it.</param>
    public static ParcelRatesBody Of(StationSettings station, DateTimeOffset from, IEnumerable<ParcelFacts> records)
    {
        ParcelFacts[] counted = [.. records.Where(static record => record.Counts)];
        double[] handling = [.. counted.Select(static record => (record.Last - record.Began).TotalSeconds).Order()];
        int middle = handling.Length / 2;
        return new ParcelRatesBody
        {
            Station = new ParcelStation(station.Code, station.Name),
            From = from,
            To = from + Hour,
            Parcels = counted.Length,
            Screened = counted.Count(static record => record.Screened),
            Opened = counted.Count(static record => record.Opened),
            RealName = counted.Count(static record => record.RealName),
            Alarms = counted.Count(static record => record.Alarm),
            Unreadable = counted.Count(static record => record.Unreadable),
            MedianHandlingS = handling.Length == 0 ? null : Math.Round(handling.Length % 2 == 1 ? handling[middle] : (handling[middle - 1] + handling[middle]) / 2, 3),
        };
    }
}
