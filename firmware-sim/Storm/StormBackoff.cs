namespace EdgeGateway.Sim.Storm;

/// <summary>
/// Full jitter (contract section 5), written a second time on purpose: a test holds it against the gateway's own, so that
/// what a storm of these sessions shows is true of as many gateways.
/// </summary>
public static class StormBackoff
{
    private const int MostDoublings = 40;

    /// <param name="unit">Randomness, 0 up to but not including 1.</param>
    /// <param name="least">Shortest wait.</param>
    /// <param name="most">Longest wait.</param>
    /// <param name="failures">Failures in a row, from 1: each doubles what the longest wait may be.</param>
    /// <returns>Anything between the shortest and the longest wait, all equally likely.</returns>
    public static TimeSpan Wait(double unit, TimeSpan least, TimeSpan most, int failures)
    {
        long ceiling = least.Ticks;
        for (int doubling = 0; doubling < Math.Min(failures, MostDoublings) && ceiling < most.Ticks; doubling++)
        {
            ceiling *= 2;
        }

        return least + (unit * (new TimeSpan(Math.Min(ceiling, most.Ticks)) - least));
    }
}
