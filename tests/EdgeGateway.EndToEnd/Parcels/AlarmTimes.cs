using System.Globalization;
using System.Text.Json;
using EdgeGateway.EndToEnd.Support;

namespace EdgeGateway.EndToEnd.Parcels;

/// <summary>How long alarms took from the gateway's having the last part of it to a subscriber of the broker.</summary>
internal static class AlarmTimes
{
    /// <param name="subscriber">A mosquitto_sub on alarms with the form <c>%U %p</c>.</param>
    /// <param name="calm">Whether nothing was broken at that time.</param>
    /// <returns>Milliseconds, ascending; of each record its first alarm.</returns>
    public static IReadOnlyList<double> Of(ChildProcess subscriber, Func<DateTimeOffset, bool> calm)
    {
        var seen = new HashSet<string>();
        var times = new List<double>();
        foreach (string line in subscriber.Lines.Where(static line => line.Contains("\"parcel.inspection\"", StringComparison.Ordinal) || line.Contains("edge.parcel.inspection", StringComparison.Ordinal)))
        {
            int space = line.IndexOf(' ', StringComparison.Ordinal);
            using var json = JsonDocument.Parse(line[(space + 1)..]);
            var received = json.RootElement.GetProperty("received").GetDateTimeOffset();
            if (seen.Add(json.RootElement.GetProperty("data").GetProperty("recordId").GetString()!) && calm(received))
            {
                times.Add((double.Parse(line[..space], CultureInfo.InvariantCulture) * 1000) - received.ToUnixTimeMilliseconds());
            }
        }

        times.Sort();
        return times;
    }

    public static double At(IReadOnlyList<double> times, double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];
}
