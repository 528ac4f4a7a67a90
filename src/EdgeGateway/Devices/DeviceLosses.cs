using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Devices;

/// <summary>
/// What one device told once and the store refused. Kept in memory, because the disk is what refused; a crash before it
/// is reported forgets it.
/// </summary>
public sealed class DeviceLosses(string device)
{
    private static readonly Lane[] s_lanes = [Lane.Alarm, Lane.Event, Lane.Telemetry];

    private readonly Lock _gate = new();
    private readonly long[] _refused = new long[s_lanes.Length];
    private readonly long[] _lost = new long[s_lanes.Length];

    public string Device => device;

    /// <summary>The store refused a reading of the device; whether it comes again is not known yet.</summary>
    public void Refused(Lane lane)
    {
        lock (_gate)
        {
            _refused[(int)lane]++;
        }
    }

    /// <summary>One of the readings that were refused does not come again.</summary>
    public void Gone()
    {
        lock (_gate)
        {
            int lane = Array.FindIndex(_refused, static count => count > 0);
            if (lane >= 0)
            {
                _refused[lane]--;
            }

            _lost[lane >= 0 ? lane : (int)Lane.Event]++;
        }
    }

    /// <summary>What is lost and not reported; it is forgotten only by <see cref="Reported"/>.</summary>
    public IReadOnlyList<(Lane Lane, long Count)> Open()
    {
        lock (_gate)
        {
            return [.. s_lanes.Where(lane => _lost[(int)lane] > 0).Select(lane => (lane, _lost[(int)lane]))];
        }
    }

    public void Reported(Lane lane, long count)
    {
        lock (_gate)
        {
            _lost[(int)lane] -= count;
        }
    }
}
