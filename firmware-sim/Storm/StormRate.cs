namespace EdgeGateway.Sim.Storm;

/// <summary>How events are spread over time.</summary>
/// <param name="Count">All of them.</param>
/// <param name="MostIn100Ms">Most in any 100 ms, wherever they begin.</param>
/// <param name="MostIn1S">Most in any second, wherever it begins.</param>
/// <param name="PerSecond">In each second from the first one on, at most an hour of them.</param>
public sealed record StormRate(int Count, int MostIn100Ms, int MostIn1S, IReadOnlyList<int> PerSecond)
{
    private const int MostSeconds = 3600;

    public static StormRate Of(IReadOnlyCollection<TimeSpan> events)
    {
        TimeSpan[] ordered = [.. events.Order()];
        return new StormRate(
            ordered.Length, Most(ordered, TimeSpan.FromMilliseconds(100)), Most(ordered, TimeSpan.FromSeconds(1)), Histogram(ordered));
    }

    private static int Most(TimeSpan[] ordered, TimeSpan window)
    {
        int most = 0;
        int first = 0;
        for (int last = 0; last < ordered.Length; last++)
        {
            while (ordered[last] - ordered[first] >= window)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }

    private static int[] Histogram(TimeSpan[] ordered)
    {
        if (ordered.Length == 0)
        {
            return [];
        }

        var seconds = new int[Math.Min((int)(ordered[^1] - ordered[0]).TotalSeconds + 1, MostSeconds)];
        foreach (int second in ordered.Select(at => (int)(at - ordered[0]).TotalSeconds).Where(second => second < seconds.Length))
        {
            seconds[second]++;
        }

        return seconds;
    }
}
