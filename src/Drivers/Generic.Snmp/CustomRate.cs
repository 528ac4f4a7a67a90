using EdgeGateway.Protocol.Snmp;

namespace EdgeGateway.Drivers.Generic.Snmp;

/// <summary>How fast one counter grows.</summary>
internal sealed class CustomRate(TimeProvider time)
{
    private const ulong NarrowTurn = 1UL << 32;

    private ulong? _last;
    private long _at;

    /// <param name="value">The counter.</param>
    /// <param name="goesOn">False when the agent began anew.</param>
    /// <returns>Per second; null when there is nothing to compare with. A counter of 32 bits that is smaller went round, as long as it did so by less than half.</returns>
    public double? Take(SnmpValue value, bool goesOn)
    {
        var (last, elapsed) = (_last, time.GetElapsedTime(_at).TotalSeconds);
        (_last, _at) = (value.Count, time.GetTimestamp());
        if (!goesOn || last is not { } from || _last is not { } to || elapsed <= 0)
        {
            return null;
        }

        ulong? grown = to >= from ? to - from : value.Tag == BerTag.Counter && from - to > NarrowTurn / 2 ? NarrowTurn - from + to : null;
        return grown / elapsed;
    }
}
