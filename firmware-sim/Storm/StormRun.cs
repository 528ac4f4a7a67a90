using System.Diagnostics;
using System.Globalization;

namespace EdgeGateway.Sim.Storm;

/// <summary>Many sessions at one broker. Whoever calls it cuts the broker; it measures how the sessions come back.</summary>
public static class StormRun
{
    /// <param name="options">How many, where, and how.</param>
    /// <param name="say">Hears when all are there, each time.</param>
    /// <param name="ct">Ends it: the report is of the moment before the sessions say goodbye.</param>
    public static async Task<StormReport> RunAsync(StormOptions options, Action<string> say, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var tally = new StormTally(options.Sessions, say);
        using var stop = new CancellationTokenSource();
        Task[] sessions = [.. Enumerable.Range(1, options.Sessions).Select(number => Session(options, number, tally, () => clock.Elapsed).RunAsync(stop.Token))];
        await Task.Delay(Timeout.Infinite, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        StormReport report = tally.Report();
        await stop.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(sessions).ConfigureAwait(false);
        return report;
    }

    private static StormSession Session(StormOptions options, int number, StormTally tally, Func<TimeSpan> now) =>
        new(options, options.Prefix + number.ToString("0000", CultureInfo.InvariantCulture), new Random(HashCode(options.Seed, number)), tally, now);

    /// <summary>Seeds that follow each other give similar first numbers; these do not.</summary>
    private static int HashCode(int seed, int number) => unchecked((int)(((uint)seed * 2_654_435_761u) ^ ((uint)number * 2_246_822_519u)));
}
