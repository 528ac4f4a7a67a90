namespace EdgeGateway.Uplink.Forwarding;

/// <summary>Tells a message that cannot pass from a broker that is unwell: 0x80 or 0x83 on the same one while others pass.</summary>
public sealed class Complaints
{
    /// <summary>So often on one message before it counts as poison (brokers.md section 2.1).</summary>
    public const int Most = 5;

    /// <summary>More than the largest window; beyond it the broker is unwell and nothing is learned.</summary>
    private const int MostRemembered = 2048;

    private readonly Lock _gate = new();
    private readonly Dictionary<long, (int Times, long Passed)> _times = [];
    private long _passed;

    /// <summary>Something else was taken.</summary>
    public void OthersPass()
    {
        lock (_gate)
        {
            _passed++;
        }
    }

    /// <returns>True when it is this message and not the broker.</returns>
    public bool IsPoison(long position, byte reason)
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

            var (times, since) = _times.GetValueOrDefault(position, (0, _passed));
            _times[position] = (times + 1, since);
            return times + 1 >= Most && _passed > since && _times.Remove(position);
        }
    }
}
