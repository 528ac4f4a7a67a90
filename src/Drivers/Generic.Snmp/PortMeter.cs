namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>
/// How much goes through one port: growth of its counters over the time in which it was watched. A step over which the counters began anew, or may
/// have gone round more than once, or that is more than the port can carry, counts for nothing.
/// </summary>
internal sealed class PortMeter(TimeProvider time)
{
    private const double NarrowTurn = 4294967296.0;
    private const double BitsPerOctet = 8;

    /// <summary>Agents count and answer at different moments.</summary>
    private const double Slack = 1.5;

    private PortCounters? _last;
    private long _at;
    private double _seconds;
    private double _in;
    private double _out;
    private double _errors;

    /// <param name="now">As told.</param>
    /// <param name="speed">Bits a second; null when not known.</param>
    /// <param name="goesOn">False when the agent began anew.</param>
    /// <returns>False when the step counts for nothing although the port was seen before.</returns>
    public bool Take(PortCounters now, double? speed, bool goesOn)
    {
        var (last, elapsed) = (_last, time.GetElapsedTime(_at).TotalSeconds);
        (_last, _at) = (now, time.GetTimestamp());
        if (last is not { } before)
        {
            return true;
        }

        if (!goesOn || before.Began != now.Began || before.IsNarrow != now.IsNarrow || elapsed <= 0
            || Grown(before.In, now.In, now.IsNarrow, elapsed, speed) is not { } received || Grown(before.Out, now.Out, now.IsNarrow, elapsed, speed) is not { } sent)
        {
            return false;
        }

        (_seconds, _in, _out) = (_seconds + elapsed, _in + received, _out + sent);
        _errors += before.Errors <= now.Errors ? now.Errors.Value - before.Errors.Value : 0;
        return true;
    }

    /// <returns>Bits a second in and out, errors a minute, over all that was watched since the last call; null when that is nothing.</returns>
    public (double In, double Out, double ErrorsPerMinute)? Report()
    {
        (double, double, double)? rate = _seconds > 0 ? (_in * BitsPerOctet / _seconds, _out * BitsPerOctet / _seconds, _errors * 60 / _seconds) : null;
        (_seconds, _in, _out, _errors) = (0, 0, 0, 0);
        return rate;
    }

    private static double? Grown(ulong? before, ulong? now, bool isNarrow, double elapsed, double? speed)
    {
        if (before is not { } from || now is not { } to)
        {
            return null;
        }

        double most = speed is { } bits ? bits / BitsPerOctet * elapsed * Slack : double.PositiveInfinity;
        double grown = to >= from ? to - from : isNarrow && speed is not null ? NarrowTurn - from + to : double.NaN;
        bool isSure = !isNarrow || speed is null ? grown <= most : grown <= most && most / Slack < NarrowTurn;
        return isSure ? grown : null;
    }
}
