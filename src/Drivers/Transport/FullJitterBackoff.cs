namespace EdgeGateway.Drivers.Transport;

/// <summary>
/// How long to stay away after the n-th failure in a row: anything between the least and
/// min(most, least * 2^n), so that a thousand peers that lost one server do not come back as one.
/// </summary>
/// <param name="random">Randomness, injected so that tests repeat.</param>
/// <param name="least">Shortest wait.</param>
/// <param name="most">Longest wait.</param>
/// <param name="failures">Failures already behind us, from before a restart.</param>
public sealed class FullJitterBackoff(Random random, TimeSpan least, TimeSpan most, int failures = 0)
{
    private const int MostDoublings = 30;

    /// <summary>Failures in a row.</summary>
    public int Failures { get; private set; } = failures;

    public TimeSpan Next()
    {
        Failures++;
        double ceiling = Math.Min(most.TotalMilliseconds, least.TotalMilliseconds * Math.Pow(2, Math.Min(Failures, MostDoublings)));
        double wait = least.TotalMilliseconds + (random.NextDouble() * (ceiling - least.TotalMilliseconds));
        return TimeSpan.FromMilliseconds(wait);
    }

    public void Reset() => Failures = 0;
}
