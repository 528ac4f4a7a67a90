namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Tells a message that cannot pass from a broker that is unwell: 0x80 or 0x83 on the same one while others pass.</summary>
public sealed class Complaints
{
    /// <summary>So often on one message before it counts as poison (brokers.md section 2.1).</summary>
    public const int Most = 5;

    /// <summary>More than the largest window; beyond it the broker is unwell and nothing is learned.</summary>
    private const int MostRemembered = 2048;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (int Times, long Taken)> _times = [];

    /// <param name="position">What was refused.</param>
    /// <param name="reason">How.</param>
    /// <param name="taken">How many messages of whatever kind the present link took so far.</param>
    /// <returns>True when it is this message and not the broker.</returns>
    public bool IsPoison(long position, byte reason, long taken)
    {
        if (reason is not (0x80 or 0x83))
        {
            return false;
        }

        lock (_gate)
        {
            if (_times.Count >= MostRemembered)
            {
                _times.Clear();
            }

            var (times, before) = _times.GetValueOrDefault(position, (0, taken));

            // A count that fell belongs to a new link, which proved itself with whatever it took.
            bool othersPass = taken > before || (taken < before && taken > 0);
            _times[position] = (times + 1, before);
            return times + 1 >= Most && othersPass && _times.Remove(position);
        }
    }
}
