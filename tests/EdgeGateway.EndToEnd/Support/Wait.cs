using System.Diagnostics;

namespace EdgeGateway.EndToEnd.Support;

/// <summary>Waits for what must become true, and says what was seen when it does not.</summary>
public static class Wait
{
    public static async Task<TimeSpan> UntilAsync(Func<bool> condition, TimeSpan limit, Func<string> seen)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            if (watch.Elapsed > limit)
            {
                throw new TimeoutException($"Not within {limit}: {seen()}");
            }

            await Task.Delay(10);
        }

        return watch.Elapsed;
    }
}
