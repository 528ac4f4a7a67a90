namespace EdgeGateway.Sim.Verification;

/// <summary>How often telemetry of one vehicle and kind came.</summary>
internal static class FlightPace
{
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(10);

    /// <returns>Most readings a second of one vehicle and kind, over any ten seconds; by the times that they bear.</returns>
    public static double Fastest(IEnumerable<FlightReading> readings) =>
        readings.Where(static reading => reading.Line is { Lane: "telemetry", Time: not null })
            .GroupBy(static reading => (reading.Line.Device, reading.VehicleName, reading.Line.Kind))
            .Select(static one => Fastest([.. one.Select(static reading => reading.Line.Time!.Value).Order()]))
            .DefaultIfEmpty(0).Max();

    /// <remarks>The first of a window is its beginning and not one more in it.</remarks>
    private static double Fastest(DateTimeOffset[] times)
    {
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.Length; last++)
        {
            while (times[last] - times[first] > s_window)
            {
                first++;
            }

            most = Math.Max(most, last - first);
        }

        return most / s_window.TotalSeconds;
    }
}
