using System.Diagnostics;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>Waits for what must become true, and says what was seen when it does not.</summary>
public static class Wait
{
    /// <summary>A busy machine is no failure: nothing is given up earlier.</summary>
    private static readonly TimeSpan s_least = TimeSpan.FromSeconds(60);

    public static TimeSpan AtLeast(TimeSpan limit) => limit > s_least ? limit : s_least;

    public static async Task<TimeSpan> UntilAsync(Func<bool> condition, TimeSpan limit, Func<string> seen)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > AtLeast(limit))
            {
                throw new TimeoutException($"Not within {AtLeast(limit)}: {seen()}");
            }

            await Task.Delay(10);
        }

        return watch.Elapsed;
    }
}
