namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>Whether an agent goes on or began anew, by its sysUpTime: what it counted before is worth nothing then.</summary>
internal sealed class AgentUptime(TimeProvider time)
{
    /// <summary>2^32 hundredths of a second are 497 days; then it begins at 0 and nothing else does.</summary>
    private const ulong Turn = 1UL << 32;

    private const double TicksPerSecond = 100;

    /// <summary>An agent whose clock gained less than half of what went by has not gone on: it began anew and has already come as far as it was.</summary>
    private const double Least = 0.5;

    /// <summary>Ten seconds: an answer may come late.</summary>
    private const double Slack = 1000;

    private ulong? _last;
    private long _at;

    public double? Seconds => _last / TicksPerSecond;

    /// <param name="ticks">As told; null: it does not say.</param>
    /// <returns>False when it began anew since the last call.</returns>
    public bool Take(ulong? ticks)
    {
        bool goesOn = _last is not { } last || ticks is not { } now || Gained(last, now) + Slack >= time.GetElapsedTime(_at).TotalSeconds * TicksPerSecond * Least;
        if (ticks is not null)
        {
            (_last, _at) = (ticks, time.GetTimestamp());
        }

        return goesOn;
    }

    private double Gained(ulong last, ulong now)
    {
        double expected = last + (time.GetElapsedTime(_at).TotalSeconds * TicksPerSecond);
        bool isTurn = now < last && expected + Slack >= Turn;
        return isTurn ? Turn - last + now : now < last ? double.NegativeInfinity : now - last;
    }
}
